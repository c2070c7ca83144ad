"""What is tidied up even where that is interrupted (後始末)."""

from __future__ import annotations

from collections.abc import Callable


def surely(tidy: Callable[[], None]) -> None:
    """
    Tidy up; whoever is interrupted meanwhile does it again, and ends after that.

    Parameters
    ----------
    tidy
        Does no harm if it is done twice.
    """
    try:
        tidy()
    except BaseException:
        tidy()
        raise
