"""Files that must not be there yet, written all or none (新規作成)."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from stdmig.workspace.drafts import Draft, Drafts, named
from stdmig.workspace.surely import surely
from stdmig.workspace.write_folder import folders_of, make_folder


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
        With the path that cannot be written to.
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
    with Drafts() as drafts:
        made = []
        for name, data in files.items():
            target = folder / name
            if os.path.lexists(target):
                raise _exists(target)
            made.append(drafts.add(target, data))
        _publish(made)


_THERE = (errno.EEXIST, errno.ENOTEMPTY)


def _publish(drafts: Sequence[Draft]) -> None:
    begun: list[Draft] = []
    try:
        for made in drafts:
            begun.append(made)
            with named(made.path):
                put(made)
    except BaseException:
        surely(lambda: _take_back(begun))
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
    """Write a file that must not be there yet."""
    try:
        stream = made.target.open("xb")
    except FileExistsError:
        raise _exists(made.target) from None
    with stream:
        stream.write(made.data)
        stream.flush()
        os.fsync(stream.fileno())


def _take_back(drafts: Sequence[Draft]) -> None:
    """Remove what was put, a part of it too; what is somebody else's stays."""
    for made in drafts:
        with suppress(OSError):
            if _is_ours(made):
                made.target.unlink()


def _is_ours(made: Draft) -> bool:
    if made.name is None:
        return False
    if os.path.samefile(made.name, made.target):
        return True
    # Where a file has one name alone, ours is known by its content.
    return os.path.isfile(made.target) and made.data.startswith(
        made.target.read_bytes()
    )


def _exists(path: Path) -> FileExistsError:
    return FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
