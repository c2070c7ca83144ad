"""A named file as bytes, and its text if it is one (入力ファイル)."""

from __future__ import annotations

import re
from contextlib import suppress
from itertools import islice
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic, Location
from stdmig.words import Text, text

MAX_BYTES = 20 * 1024 * 1024
"""Largest file that is read: a nation's inventory fits in one of this size."""

_BOM = b"\xef\xbb\xbf"
_WIDE = (
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_KANJI_FOLLOW = (b"\x1b$@", b"\x1b$B")
# EUC-JP first: most of its texts are half-width katakana to CP932, and hardly any
# text in CP932 is anything to EUC-JP.
_JAPANESE = (("euc_jp", "EUC-JP"), ("cp932", "CP932 (Shift_JIS)"))
# U+0085, U+2028 and U+2029 end a line for YAML and for few editors, U+FEFF is seen by
# nobody: places would be wrong and keys unknown for no visible reason.
# Named one by one: the complement of what may stand takes 12 times as long to compile.
_UNPRINTABLE = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
_MAX_CONTROL_FAULTS = 20


class Source(NamedTuple):
    """
    A file that somebody wrote, by the name they know it under.

    Attributes
    ----------
    name
        Path as the user gave it; it is only shown, never opened.
    data
        Its bytes.
    packaged
        Whether it came with stdmig because the workspace has none of its own.
    """

    name: str
    data: bytes
    packaged: bool = False


def decode(source: Source) -> tuple[str | None, list[Diagnostic]]:
    """
    Return the text of a UTF-8 file, with or without a byte order mark.

    Returns
    -------
    The text, or None where the file cannot be read, and what is wrong with it
    (``STD001``): size, another encoding (named), control characters.
    """
    if len(source.data) > MAX_BYTES:
        message = text(
            "the file has {size} bytes; at most {limit} are read",
            size=len(source.data),
            limit=MAX_BYTES,
        )
        return None, [_fault(source, message)]
    data = source.data.removeprefix(_BOM)
    # These can be valid UTF-8 as well, with characters that nobody wrote.
    if encoding := _telltale_encoding(data):
        return None, [_wrong_encoding(source, encoding)]
    try:
        decoded = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        place = _line_and_column(before, len(before))
        return None, [_wrong_encoding(source, _guess_encoding(data), *place)]
    if _UNPRINTABLE.search(decoded) is None:
        return decoded, []
    return None, [
        _fault(
            source,
            _names_character(found),
            *_line_and_column(decoded, found.start()),
            help=text("delete it; it is often left over from copying out of Excel"),
        )
        for found in islice(_UNPRINTABLE.finditer(decoded), _MAX_CONTROL_FAULTS)
    ]


def legible(source: Source) -> str | None:
    """
    Return a file's text as well as it can be read, to show what is wrong with it.

    Returns
    -------
    The text, with U+FFFD for what is no character of its encoding; None where no line
    of it would mean anything to its reader (too large, UTF-16, JIS).
    """
    data = source.data.removeprefix(_BOM)
    if len(source.data) > MAX_BYTES or _telltale_encoding(data):
        return None
    for codec in ("utf-8", *(codec for codec, _ in _JAPANESE)):
        with suppress(UnicodeDecodeError):
            return data.decode(codec)
    return data.decode("utf-8", "replace")


def control_character(value: str) -> Text | None:
    """Return what is wrong with a text that holds a control character, or None."""
    found = _UNPRINTABLE.search(value)
    return _names_character(found) if found else None


def _names_character(found: re.Match[str]) -> Text:
    code = f"{ord(found.group()):04X}"
    return text("the control character U+{code} cannot stand here", code=code)


def _wrong_encoding(
    source: Source, encoding: str | None, line: int = 1, column: int = 1
) -> Diagnostic:
    message = (
        text("this file is {encoding}, not UTF-8", encoding=encoding)
        if encoding
        else text("this file is neither UTF-8 text nor any encoding known here")
    )
    help_ = text("save it again as UTF-8 (in Notepad: Save as, Encoding: UTF-8)")
    return _fault(source, message, line, column, help=help_)


def _telltale_encoding(data: bytes) -> str | None:
    for mark, label in _WIDE:
        if data.startswith(mark):
            return label
    # Without a mark: the first characters of a YAML file are ASCII, half of them zero.
    zeros = [byte == 0 for byte in data[:4]]
    if zeros in ([True, False] * 2, [False, True] * 2):
        return "UTF-16"
    if any(escape in data for escape in _KANJI_FOLLOW):
        return "ISO-2022-JP (JIS)"
    return None


def _guess_encoding(data: bytes) -> str | None:
    if b"\0" in data:
        return None
    for codec, label in _JAPANESE:
        try:
            data.decode(codec)
        except UnicodeDecodeError:
            continue
        return label
    return None


def _line_and_column(decoded: str, offset: int) -> tuple[int, int]:
    line = decoded.count("\n", 0, offset) + 1
    return line, offset - (decoded.rfind("\n", 0, offset) + 1) + 1


def _fault(
    source: Source,
    message: Text,
    line: int = 1,
    column: int = 1,
    help: Text | None = None,
) -> Diagnostic:
    return Diagnostic("STD001", message, Location(source.name, line, column), help)
