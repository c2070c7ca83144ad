"""What a finding says, made when somebody reads it (文面の遅延生成)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, overload

from stdmig.words import Text


class Later(Sequence[Text]):
    """
    Sentences that take time to find, such as the other ways to the money.

    Parameters
    ----------
    make
        Finds them; called once at most.
    """

    def __init__(self, make: Callable[[], Iterable[Text]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> tuple[Text, ...]:
        return tuple(self._make())

    def __len__(self) -> int:
        """Return how many sentences there are."""
        return len(self._made)

    @overload
    def __getitem__(self, place: int) -> Text: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Text, ...]: ...

    def __getitem__(self, place: int | slice) -> Text | tuple[Text, ...]:
        """Return one of them, or some."""
        return self._made[place]


class LaterData(Mapping[str, Any]):
    """
    Figures that take time to find.

    Parameters
    ----------
    make
        Finds them; called once at most.
    """

    def __init__(self, make: Callable[[], Mapping[str, Any]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Mapping[str, Any]:
        return self._make()

    def __len__(self) -> int:
        """Return how many figures there are."""
        return len(self._made)

    def __iter__(self) -> Iterator[str]:
        """Return their names."""
        return iter(self._made)

    def __getitem__(self, name: str) -> Any:
        """Return one of them."""
        return self._made[name]
