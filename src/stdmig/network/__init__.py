"""Units × work items turned into tasks and links (作業のネットワーク)."""

from stdmig.inventory import procurement_id
from stdmig.network.expand import every_task, expand
from stdmig.network.item_graph import CUTOVER, item_graph, links
from stdmig.network.network import Network, Purchase, Request
from stdmig.network.procurement import Procurement
from stdmig.network.reach import is_before
from stdmig.network.task import Task

__all__ = [
    "CUTOVER",
    "Network",
    "Procurement",
    "Purchase",
    "Request",
    "Task",
    "every_task",
    "expand",
    "is_before",
    "item_graph",
    "links",
    "procurement_id",
]
