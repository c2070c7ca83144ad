"""Put files into a folder, a new one at one stroke (フォルダーへの書出し)."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from stdmig.workspace.drafts import Drafts, hidden_beside, named
from stdmig.workspace.surely import surely

Told = Callable[[Path], None]
"""Is called with a file that is in its place now."""


def _nobody(file: Path) -> None:
    """Tell nobody."""


def write_folder(
    folder: Path, files: Mapping[str, bytes], told: Told = _nobody
) -> None:
    """
    Write files into a folder; a new folder appears with all of them, or not at all.

    In a folder that is there already no file takes its place before the content of
    all is on the disk; what else lies in it stays.

    Parameters
    ----------
    files
        By their names; one with ``/`` goes into a folder below, made if new.

    Raises
    ------
    OSError
        With the path that cannot be written to.
    """
    if os.path.lexists(folder):
        _write_all(folder, files, told)
    else:
        make_folder(folder, files)
        for name in files:
            told(folder / name)


def make_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """
    Make a folder that appears with all of its files.

    Raises
    ------
    OSError
        With its path, if it cannot be made, or somebody else has made it and put
        something into it.
    """
    made = hidden_beside(folder)
    with named(folder), folders_of([folder]):
        try:
            made.mkdir()
            _write_all(made, files, _nobody)
            made.rename(folder)
        except BaseException:
            surely(lambda: shutil.rmtree(made, ignore_errors=True))
            raise


def _write_all(folder: Path, files: Mapping[str, bytes], told: Told) -> None:
    with folders_of([folder / name for name in files]), Drafts() as drafts:
        made = [drafts.add(folder / name, data) for name, data in files.items()]
        for each in made:
            each.publish()
            told(each.path)


@contextmanager
def folders_of(targets: Sequence[Path]) -> Iterator[None]:
    """Have the folders of what is to be written; those left empty go again."""
    made: list[Path] = []
    try:
        for target in targets:
            for folder in reversed(target.parents):
                if not os.path.isdir(folder):
                    made.append(folder)
                    _make(folder, made)
        yield
    finally:
        # One that holds something stays: only after a failure are they empty.
        surely(lambda: _remove_empty(made))


def _remove_empty(folders: Sequence[Path]) -> None:
    for each in reversed(folders):
        with suppress(OSError):
            each.rmdir()


def _make(folder: Path, made: list[Path]) -> None:
    try:
        folder.mkdir()
    except FileExistsError:
        # Somebody else was faster, or it is none.
        made.remove(folder)
        if not os.path.isdir(folder):
            raise NotADirectoryError(
                errno.ENOTDIR, os.strerror(errno.ENOTDIR), os.fspath(folder)
            ) from None
