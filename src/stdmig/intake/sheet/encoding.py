"""Bytes of a CSV to its text, in whichever encoding it is (文字コードの判別)."""

from __future__ import annotations

from stdmig.diagnostics import Diagnostic
from stdmig.intake.sheet.fault import no_table
from stdmig.words import text

_MARKED = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_MARKS = tuple(mark for mark, _ in _MARKED)
_ZEROS = 20
"""One in so many bytes is zero in UTF-16 without its mark, and in what is no text."""

_LABELS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-32": "UTF-32",
    "cp932": "CP932 (Shift_JIS)",
}
_SAVE_AS = text(
    "open it in Excel and save it as an Excel workbook (.xlsx) or CSV UTF-8 (.csv)"
)


def decode_table(name: str, data: bytes) -> tuple[str | None, list[Diagnostic]]:
    """
    Return the text of a CSV, or what is wrong with its bytes (``STD020``).

    Without a byte order mark it is UTF-8 if it can be, else CP932: hardly any
    Japanese text in CP932 is UTF-8 by accident.
    """
    if not data.startswith(_MARKS) and data.count(0) * _ZEROS > len(data):
        message = text("the file is no text: it is full of zero bytes")
        return None, [no_table(name, message, _SAVE_AS)]
    marked = next((codec for mark, codec in _MARKED if data.startswith(mark)), None)
    wrong: dict[str, int] = {}
    for codec in (marked,) if marked else ("utf-8", "cp932"):
        try:
            decoded = data.decode(codec)
        except UnicodeDecodeError as error:
            wrong[codec] = error.start
        else:
            return decoded, []
    # The one that goes further is what its author meant.
    codec = max(wrong, key=lambda each: wrong[each])
    return None, [_broken(name, data, codec, wrong[codec])]


def _broken(name: str, data: bytes, codec: str, start: int) -> Diagnostic:
    line = data.count(b"\n", 0, start) + 1
    message = text(
        "byte {n} of the file (0x{byte}) is no character in {encoding}",
        n=start + 1,
        byte=f"{data[start]:02X}",
        encoding=_LABELS[codec],
    )
    return no_table(name, message, _SAVE_AS, line=line)
