"""Many workspaces: found, read, planned and kept (複数自治体の読込み)."""

from stdmig.workspace.portfolio.gather import Gathered, gather
from stdmig.workspace.portfolio.places import Listed, list_places

__all__ = ["Gathered", "Listed", "gather", "list_places"]
