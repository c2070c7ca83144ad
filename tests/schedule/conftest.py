"""How long hypothesis may take here: as long as the machine needs."""

from __future__ import annotations

from hypothesis import settings

# Reading and planning a town takes a few milliseconds; on a busy machine some examples
# take longer than the usual limit, which says nothing about the product.
settings.register_profile("unhurried", settings(deadline=None))
settings.load_profile("unhurried")
