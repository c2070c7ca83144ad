"""What a municipality is called among others (団体の名称)."""

from __future__ import annotations

from stdmig.outlook.portfolio.town import Town
from stdmig.words import Name, Readable, text


def town_title(town: Town) -> Readable:
    """Return a municipality's name; the sample city's says that it is a sample."""
    name = Name(town.name, town.name_en)
    return text("{name} (sample)", name=name) if town.sample else name
