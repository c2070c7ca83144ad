"""Files that must not be there yet, written all or none (新規作成)."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from stdmig.workspace.write import Draft, draft, folders_of, make_folder


def write_new(folder: Path, files: Mapping[str, bytes]) -> None:
    """
    Write files into a folder, all or none, and never over another.

    A new folder appears with all of them. In one that is there already no file takes
    its place before the content of all is on the disk; then each does so at one stroke
    that fails where something has the name, whoever put it there and when. Whatever
    ends the writing halfway, Ctrl-C too, those that were there by then are taken back.

    Raises
    ------
    FileExistsError
        With the path that is there already.
    OSError
        If the folder cannot be written to.
    """
    if not os.path.lexists(folder):
        try:
            make_folder(folder, files)
        except OSError as error:
            # Somebody made it meanwhile: it is a folder like any other then.
            if error.errno not in _THERE:
                raise
        else:
            return
    with folders_of([folder / name for name in files]):
        _write_all(folder, files)


def _write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    drafts: list[Draft] = []
    try:
        for name, data in files.items():
            target = folder / name
            if os.path.lexists(target):
                raise _exists(target)
            drafts.append(draft(target, data))
        _publish(drafts)
    finally:
        for made in drafts:
            made.discard()


_THERE = (errno.EEXIST, errno.ENOTEMPTY)


def _publish(drafts: Sequence[Draft]) -> None:
    done: list[Draft] = []
    try:
        for made in drafts:
            put(made)
            done.append(made)
    except BaseException:
        for made in drafts:
            if made in done or _is_in_place(made):
                with suppress(OSError):
                    made.target.unlink()
        raise


def put(made: Draft) -> None:
    """Give a draft its name; a name that is taken stays whose it is."""
    if made.name is None:
        raise _exists(made.target)
    try:
        os.link(made.name, made.target)
    except FileExistsError:
        raise _exists(made.target) from None
    except (OSError, NotImplementedError, AttributeError):
        # Memory sticks and some network drives have no second names for a file.
        put_bytes(made)


def put_bytes(made: Draft) -> None:
    """Write a file that must not be there yet; a part of it never stays."""
    try:
        stream = made.target.open("xb")
    except FileExistsError:
        raise _exists(made.target) from None
    try:
        with stream:
            stream.write(made.data)
    except BaseException:
        with suppress(OSError):
            made.target.unlink()
        raise


def _is_in_place(made: Draft) -> bool:
    """Return whether a draft has its name, though nobody came to note it down."""
    try:
        return made.name is not None and os.path.samefile(made.name, made.target)
    except OSError:
        return False


def _exists(path: Path) -> FileExistsError:
    return FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
