"""What the last run found, kept for the next one (控え)."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

from stdmig.workspace.drafts import PREFIX
from stdmig.workspace.portfolio.entry import Entry
from stdmig.workspace.portfolio.kept import Kept, bytes_of, header_of, kept_in
from stdmig.workspace.portfolio.signature import Signature, folder_digest
from stdmig.workspace.portfolio.town_of import Job
from stdmig.workspace.read import read_input, refuse_unfit
from stdmig.workspace.write import write_whole

_LARGEST = 512 * 1024 * 1024
_MOST_OTHERS = 20_000

_SECOND = 1_000_000_000
_COARSE = 2 * _SECOND
"""The coarsest clock by which a file system dates its files (FAT)."""

_HOUR = 3600 * _SECOND
_QUARTER = 90 * 24 * _HOUR


class Cache:
    """
    A file of entries for all workspaces below one folder.

    It never changes an answer: an entry counts only for the same program, job and
    files. A file that was saved at about the moment in which it was read may have been
    saved again with the same size and time, so its content is compared (the care that
    git takes with its index). What is damaged, or from elsewhere, is as nothing.

    Parameters
    ----------
    folder
        Where it is kept; made if new.
    places
        The workspaces.
    job
        What is asked of them.

    Raises
    ------
    OSError
        If nothing can be kept there.
    """

    def __init__(self, folder: Path, places: Sequence[Path], job: Job) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path = folder / _name(places)
        self._now = time_of_disk(folder)
        self._header = header_of(job)
        self._known = self._read()
        self._changed = False
        self._asked: dict[str, None] = {}

    def find(self, place: Path, current: Signature | None) -> bytes | None:
        """Return the row of a workspace if it is unchanged."""
        key = os.path.abspath(place)
        self._asked[key] = None
        known = self._known.get(key)
        if known is None or current is None or known.signature != current.text:
            return None
        if not known.settled:
            if folder_digest(place) != known.digest:
                return None
            if self._is_settled(current):
                self._known[key] = known._replace(settled=True)
                self._changed = True
        return known.row

    def keep(self, place: Path, entry: Entry) -> None:
        """Remember what was found."""
        settled = self._is_settled(entry.signature)
        self._known[os.path.abspath(place)] = Kept(
            entry.signature.text, entry.digest, settled, entry.row
        )
        self._changed = True

    def save(self) -> None:
        """
        Put what is new on the disk, at one stroke.

        Raises
        ------
        OSError
            If it cannot be written to; the old file is then untouched.
        """
        if not self._changed:
            return
        # A pipe with its name would be written to, and waited for without end.
        with suppress(FileNotFoundError):
            refuse_unfit(os.stat(self._path))
        _tidy(self._path, self._now)
        others = islice(self._others(), _MOST_OTHERS)
        own = {key: self._known[key] for key in self._asked if key in self._known}
        write_whole(self._path, bytes_of(self._header, {**own, **dict(others)}))

    def _others(self) -> Iterator[tuple[str, Kept]]:
        """Yield what is known of workspaces that this run does not look at."""
        for key, known in self._known.items():
            if key not in self._asked:
                yield key, known

    def _read(self) -> dict[str, Kept]:
        try:
            return kept_in(read_input(self._path, _LARGEST), self._header)
        except (OSError, ValueError, TypeError, MemoryError, RecursionError):
            return {}

    def _is_settled(self, current: Signature) -> bool:
        return current.newest < self._now - _COARSE


def _name(places: Sequence[Path]) -> str:
    """Return one name for all workspaces of a folder, however many they are."""
    try:
        above = os.path.commonpath([os.path.abspath(each) for each in places])
    except ValueError:
        # On different drives, or there are none.
        above = ""
    written = above.encode("utf-8", "surrogateescape")
    return f"portfolio-{hashlib.blake2b(written, digest_size=8).hexdigest()}.cache"


_NAME = re.compile(r"portfolio-[0-9a-f]{16}\.cache")


def time_of_disk(folder: Path) -> int:
    """Return what the disk dates a file with that is made now."""
    with tempfile.TemporaryFile(dir=folder, prefix=PREFIX) as made:
        return os.fstat(made.fileno()).st_mtime_ns


def _tidy(path: Path, now: int) -> None:
    """Remove what killed runs left behind, and what nobody has needed for long."""
    with suppress(OSError), os.scandir(path.parent) as entries:
        for entry in entries:
            left = entry.name.startswith(PREFIX)
            if left or (_NAME.fullmatch(entry.name) and entry.name != path.name):
                with suppress(OSError):
                    if entry.stat().st_mtime_ns < now - (_HOUR if left else _QUARTER):
                        os.unlink(entry.path)
