"""XlsxWriter's worksheet without the detours that take most of its time (シート)."""

from __future__ import annotations

from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell_fast
from xlsxwriter.worksheet import Worksheet


class FastWorksheet(Worksheet):
    """
    A worksheet that is written in less time, and reads the same.

    Attributes
    ----------
    fitting
        Rows whose height is no more than what they needed when the file was made.
    """

    def __init__(self) -> None:
        super().__init__()
        self.fitting: set[int] = set()

    def _xml_start_tag_unencoded(self, tag: str, attributes: Any = ()) -> None:
        if tag == "row" and attributes[0][1] - 1 in self.fitting:
            attributes = [each for each in attributes if each[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)

    # XlsxWriter's own try each place for a name such as A1 first.

    def put_blank(self, row: Any, col: Any, *cell: Any) -> Any:
        """Write an empty cell with its look."""
        return self._write_blank(row, col, *cell)

    def put_text(self, row: Any, col: Any, *cell: Any) -> Any:
        """Write a text with its look."""
        return self._write_string(row, col, *cell)

    def put_number(self, row: Any, col: Any, *cell: Any) -> Any:
        """Write a number with its look."""
        return self._write_number(row, col, *cell)

    def put_day(self, row: Any, col: Any, *cell: Any) -> Any:
        """Write a date with its look."""
        return self._write_datetime(row, col, *cell)

    def _calculate_spans(self) -> None:
        """Leave out which columns a row spans: the format does not ask for it."""

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        # Nothing in these has to be escaped, which XlsxWriter looks for.
        kind, at = type(cell).__name__, xl_rowcol_to_cell_fast(row, col)
        if cell.format is None or kind not in _PLAIN:
            super()._write_cell(row, col, cell)
            return
        start = f'<c r="{at}" s="{cell.format._get_xf_index()}"'  # noqa: SLF001
        if kind == "Blank":
            written = f"{start}/>"
        elif kind == "String":
            written = f'{start} t="s"><v>{cell.string}</v></c>'
        else:
            written = f"{start}><v>{cell.number:.16G}</v></c>"
        file: Any = self.fh
        file.write(written)

    def _prepare_formula(
        self, formula: str, expand_future_functions: bool = False
    ) -> str:
        # XlsxWriter's own looks for 29 functions that we never use in every formula,
        # which takes longer than all else about it.
        return formula.removeprefix("=")


_PLAIN = frozenset({"Blank", "String", "Number", "Datetime"})
