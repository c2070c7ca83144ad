"""A workbook with one part changed, all others byte for byte (ブックの部分更新)."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

_HEADER = 30
_NAME_AT, _EXTRA_AT = 26, 28
_DESCRIPTOR = 0x08
_ENCRYPTED = 0x01


class UnfitWorkbookError(Exception):
    """The workbook is built in a way in which it cannot be changed safely."""


def replaced(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """
    Return a workbook in which some parts have other content.

    The others are copied as they lie there, packed: what they hold is never looked
    at, so that pictures, macros and whatever else a form has come through unchanged.

    Raises
    ------
    UnfitWorkbookError
        Where a name stands twice, or parts lie upon each other.
    BadZipFile
        Where the archive is damaged.
    """
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        infos = old.infolist()
        names = [info.filename for info in infos]
        packed = sum(info.compress_size for info in infos)
        if len(set(names)) < len(names) or packed > len(data):
            raise UnfitWorkbookError
        for info in infos:
            if info.flag_bits & _ENCRYPTED:
                raise UnfitWorkbookError
            if info.filename in parts:
                new.writestr(_like(info), parts[info.filename])
            else:
                _copy(data, info, new)
        new.comment = old.comment
    return stream.getvalue()


def _like(info: ZipInfo) -> ZipInfo:
    """Return a new entry that is named, dated and packed as another one."""
    made = ZipInfo(info.filename, info.date_time)
    made.compress_type = ZIP_DEFLATED
    made.external_attr, made.create_system = info.external_attr, info.create_system
    return made


def _copy(data: bytes, info: ZipInfo, new: ZipFile) -> None:
    """Put an entry into another archive as it is packed."""
    # zipfile itself has no way to do so without unpacking it.
    head = info.header_offset
    begin = head + _HEADER
    begin += int.from_bytes(data[head + _NAME_AT : head + _NAME_AT + 2], "little")
    begin += int.from_bytes(data[head + _EXTRA_AT : head + _EXTRA_AT + 2], "little")
    packed = data[begin : begin + info.compress_size]
    if len(packed) != info.compress_size:
        raise BadZipFile
    made = copy.copy(info)
    # Its sizes stand before it now, not behind it.
    made.flag_bits &= ~_DESCRIPTOR
    made.extra = b""
    target = new.fp
    assert target is not None
    target.seek(new.start_dir)
    made.header_offset = target.tell()
    target.write(made.FileHeader())
    target.write(packed)
    new.start_dir = target.tell()
    new.filelist.append(made)
    new.NameToInfo[made.filename] = made
