"""Units × work items turned into tasks and links."""

from stdmig.network.expand import expand
from stdmig.network.item_graph import CUTOVER, ItemGraph, item_graph, links
from stdmig.network.network import Network
from stdmig.network.procurement import Procurement, procurement_id
from stdmig.network.task import Task

__all__ = [
    "CUTOVER",
    "ItemGraph",
    "Network",
    "Procurement",
    "Task",
    "expand",
    "item_graph",
    "links",
    "procurement_id",
]
