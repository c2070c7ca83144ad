"""Mappings and lists as YAML, over lines or within brackets (並びの書き方)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias, TypeGuard

from stdmig.inventory.draft import Value
from stdmig.inventory.writing.scalar import scalar

Data: TypeAlias = "Value | Sequence[Data] | Mapping[str, Data] | None"
"""What can be written: values, and lists and mappings of them."""


class Layout(NamedTuple):
    """
    How the lines of a file are indented (字下げ).

    Attributes
    ----------
    step
        Spaces by which a mapping stands below its key.
    dash
        Spaces by which the dashes of a list stand below its key.
    gap
        What stands between a dash and its entry.
    """

    step: int = 2
    dash: int = 2
    gap: str = " "


class Remarked(dict[str, "Data"]):
    """
    A mapping that is an entry of a list, with a remark (注釈の付いた項目).

    Parameters
    ----------
    values
        The mapping.
    remark
        What stands behind it as a comment, on one line; may be empty.
    flat
        Whether it stands within brackets.
    """

    def __init__(
        self, values: Mapping[str, Data], remark: str, *, flat: bool = True
    ) -> None:
        super().__init__(values)
        self.remark = remark
        self.flat = flat


def behind(data: Data) -> str:
    """Return the comment that stands behind an entry; mostly nothing."""
    if isinstance(data, Remarked) and data.remark:
        return f"  # {data.remark}"
    return ""


def in_brackets(data: Data) -> str:
    """Return anything in one line, as it may stand within brackets or after a key."""
    return _nested(data, flow=False)


def _nested(data: Data, *, flow: bool) -> str:
    if data is None:
        return "null"
    if isinstance(data, Mapping):
        pairs = (pair_in_brackets(key, value) for key, value in data.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(data, Sequence) and not isinstance(data, str):
        return "[" + ", ".join(_nested(entry, flow=True) for entry in data) + "]"
    return scalar(data, flow=flow)


def pair_in_brackets(key: str, data: Data) -> str:
    """Return a key and its value as they stand within brackets."""
    return f"{scalar(key, flow=True)}: {_nested(data, flow=True)}"


def entry_in_brackets(data: Data) -> str:
    """Return an entry as it stands within brackets."""
    return _nested(data, flow=True)


def pair_lines(key: str, data: Data, column: int, layout: Layout) -> list[str]:
    """Return a key and its value as lines that begin at a column."""
    head = f"{' ' * column}{scalar(key, flow=True)}:"
    if isinstance(data, Mapping) and data:
        return [head, *mapping_lines(data, column + layout.step, layout)]
    if _has_mappings(data):
        below = column + layout.dash
        return [
            head,
            *(line for entry in data for line in entry_lines(entry, below, layout)),
        ]
    return [head] if data is None else [f"{head} {in_brackets(data)}"]


def mapping_lines(data: Mapping[str, Data], column: int, layout: Layout) -> list[str]:
    """Return a mapping as lines that begin at a column."""
    return [
        line
        for key, value in data.items()
        for line in pair_lines(key, value, column, layout)
    ]


def entry_lines(data: Data, column: int, layout: Layout) -> list[str]:
    """Return an entry of a list as lines, its dash at a column."""
    dash = f"{' ' * column}-{layout.gap}"
    flat = isinstance(data, Remarked) and data.flat
    if isinstance(data, Mapping) and data and not flat:
        first, *others = mapping_lines(data, len(dash), layout)
        return [dash + first[len(dash) :] + behind(data), *others]
    return [dash + in_brackets(data) + behind(data)]


def _has_mappings(data: Data) -> TypeGuard[Sequence[Data]]:
    if not isinstance(data, list | tuple):
        return False
    return any(isinstance(entry, Mapping) for entry in data)


def as_read(data: Data) -> object:
    """Return what the reader of the files makes of something once it is written."""
    if isinstance(data, Mapping):
        return {key: as_read(value) for key, value in data.items()}
    if data is None or isinstance(data, str):
        return data
    if isinstance(data, Sequence):
        return [as_read(entry) for entry in data]
    return scalar(data)
