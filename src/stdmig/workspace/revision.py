"""A workspace as it was at a revision of git (過去の版)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from stdmig.diagnostics import Diagnostic, Location
from stdmig.inventory import Source
from stdmig.inventory.source import MAX_BYTES
from stdmig.words import Text, text
from stdmig.workspace.files import SYSTEMS, sources_from
from stdmig.workspace.git import Blob, Git, RevisionError
from stdmig.workspace.open import Opened, load_sources


def read_revision(
    folder: Path | None, revision: str, environment: Mapping[str, str]
) -> Opened:
    """
    Read a workspace as it was.

    Parameters
    ----------
    folder
        The workspace of today; None means the current folder, or its ``data``. Where
        it is no longer there, the folder above it that is says which repository.
    revision
        As git names it (``HEAD~1``, ``main``), or with the folder that the workspace
        had then (``HEAD~1:old/plan``, from the topmost folder of the repository on).
    environment
        That of the program git.

    Raises
    ------
    RevisionError
        If git, the repository or the revision is not there.
    """
    here, below = _existing(folder or Path())
    git = Git(here, environment)
    commit, named = _resolve(git, revision)
    if named is not None:
        folders = [_tidy(named)]
    else:
        today = "/".join(filter(None, (git.prefix, below)))
        folders = [today] if folder is not None else [today, _join(today, "data")]
    return _Revision(git, revision.removesuffix(f":{named}"), commit).read(folders)


def _existing(folder: Path) -> tuple[Path, str]:
    """Return the nearest folder that is there, and the way down from it."""
    gone: list[str] = []
    while not folder.is_dir():
        if folder.parent == folder:
            return folder, ""
        gone.insert(0, folder.name)
        folder = folder.parent
    return folder, "/".join(gone)


def _resolve(git: Git, revision: str) -> tuple[str, str | None]:
    """Return the commit of a revision, and the folder that it names behind a colon."""
    commit = git.commit(revision)
    if commit is not None:
        return commit, None
    before, colon, folder = revision.rpartition(":")
    if colon and (commit := git.commit(before)) is not None:
        return commit, folder
    message = text("git knows no revision '{revision}'", revision=revision)
    if git.is_shallow():
        raise RevisionError(
            message,
            text("this clone lacks older revisions: git fetch --unshallow brings them"),
        )
    raise RevisionError(message, text("git log --oneline lists the revisions"))


def _tidy(folder: str) -> str:
    parts = PurePosixPath(folder.replace("\\", "/")).parts
    if ".." in parts or folder.startswith("/"):
        raise RevisionError(
            text(
                "the folder behind the colon is told from the topmost one of the"
                " repository on, not as '{folder}'",
                folder=folder,
            )
        )
    return "/".join(parts)


def _join(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


class _Revision:
    """The files of one commit, under names that ``git show`` understands."""

    def __init__(self, git: Git, shown: str, commit: str) -> None:
        self._git, self._shown, self._commit = git, shown, commit
        self._faults: list[Diagnostic] = []

    def read(self, folders: list[str]) -> Opened:
        """Return the workspace of the first folder that has one."""
        for folder in folders:
            held = self._git.listing(self._commit, folder)
            if held is not None and SYSTEMS in held:
                return self._load(folder, held)
        return Opened(None, [self._nothing(folders[0])])

    def _load(self, folder: str, held: dict[str, Blob]) -> Opened:
        def file(name: str) -> Source | None:
            return self._source(_join(folder, name), held.get(name))

        sources = sources_from(file)
        if self._faults or sources is None:
            return Opened(None, self._faults)
        return load_sources(sources)

    def _source(self, path: str, blob: Blob | None) -> Source | None:
        if blob is None:
            return None
        name = f"{self._shown}:{path}"
        if not blob.is_file:
            self._unread(name, text("it is a link or a folder, which is not followed"))
        elif blob.size is None:
            self._unread(name, text("git does not have all of this revision"))
        elif blob.size > MAX_BYTES:
            why = text("the file has more than {limit} bytes", limit=MAX_BYTES)
            self._unread(name, why)
        else:
            return Source(name, self._git.read(blob))
        return None

    def _unread(self, name: str, why: Text) -> None:
        message = text("cannot be read: {why}", why=why)
        self._faults.append(Diagnostic("STD001", message, Location(name)))

    def _nothing(self, folder: str) -> Diagnostic:
        name = f"{self._shown}:{_join(folder, SYSTEMS)}"
        return Diagnostic(
            "STD015",
            text("there was no systems.yaml in this folder at this revision"),
            Location(name),
            text(
                "where the folder had another name then, write it behind a colon:"
                " --rev {revision}:FOLDER",
                revision=self._shown,
            ),
        )
