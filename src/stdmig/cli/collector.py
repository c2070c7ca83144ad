"""The garbage collector hardly ever looks: plans hold no cycles (メモリーの回収)."""

from __future__ import annotations

import gc


def spare_collector() -> None:
    """
    Leave the freeing of memory to the counting of references.

    What is imported lives until the end, so that no collection need walk over it,
    least of all the last one, which took a tenth of a short command's time. What a
    command makes are inventories and plans: many objects, none in a cycle. Those
    cycles that libraries make are still found, only later.
    """
    gc.freeze()
    gc.set_threshold(200_000, 50, 100)
