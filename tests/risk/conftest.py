"""How long hypothesis may take here: as long as the machine needs."""

from __future__ import annotations

from hypothesis import settings

# Building and drawing a town takes a few milliseconds, and more on a busy machine,
# which says nothing about the product.
settings.register_profile("unhurried", settings(deadline=None))
settings.load_profile("unhurried")
