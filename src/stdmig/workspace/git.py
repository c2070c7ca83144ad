"""What git has of a folder at a revision, read and never changed (履歴の読取り)."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from stdmig.words import Text, text
from stdmig.workspace.program import program_of

_SECONDS = 30
_LONGEST = 400
_FILE_MODES = frozenset(("100644", "100755", "100664"))

# Nothing is fetched, even where a partial clone lacks a file; nothing is taken for
# something else by a replacement that only this clone has.
_ALWAYS = ("--no-pager", "--no-replace-objects", "-c", "protocol.allow=never")


class RevisionError(Exception):
    """
    A revision that cannot be read.

    Attributes
    ----------
    message
        Why.
    help
        What to do about it, if anything is known.
    """

    def __init__(self, message: Text, help: Text | None = None) -> None:
        super().__init__(message.message)
        self.message, self.help = message, help


class Blob(NamedTuple):
    """
    An entry of a folder, as it was.

    Attributes
    ----------
    name
        Name of the object that holds its bytes.
    size
        In bytes; None where git does not have them.
    is_file
        Whether it is one, and no link, folder or other repository.
    """

    name: str
    size: int | None
    is_file: bool = True


class Git:
    """
    The repository that holds a folder, asked without a shell.

    Parameters
    ----------
    folder
        Any folder inside, which must be there.
    environment
        That of the program git; see `quiet`.

    Raises
    ------
    RevisionError
        If git is not there, or the folder is in no repository.
    """

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        program = program_of("git", environment)
        if program is None:
            raise RevisionError(
                text("--rev needs git, which is not on this computer"),
                text("compare two folders instead: stdmig compare BEFORE AFTER"),
            )
        self._program, self._folder = program, folder
        self._environment = dict(environment)
        asked = self._ask("rev-parse", "--show-prefix")
        if asked.returncode:
            raise _no_repository(folder, asked.stderr)
        self.prefix = _line(asked.stdout).rstrip("/")
        """The folder as the repository knows it; empty for its topmost one."""

    def commit(self, revision: str) -> str | None:
        """
        Return the name of the commit that a revision means, None where there is none.

        What looks like an option, or is no one line, is no revision.
        """
        harmless = revision and not revision.startswith("-") and revision.isprintable()
        if not harmless or len(revision) > _LONGEST:
            return None
        asked = self._ask("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        named = _line(asked.stdout)
        hexadecimal = len(named) >= 40 and not set(named) - set("0123456789abcdef")
        return named if asked.returncode == 0 and hexadecimal else None

    def is_shallow(self) -> bool:
        """Return whether the clone lacks older revisions, as those of CI often do."""
        asked = self._ask("rev-parse", "--is-shallow-repository")
        return _line(asked.stdout) == "true"

    def listing(self, commit: str, folder: str) -> dict[str, Blob] | None:
        """
        Return what a folder held, by name; None where there was no such folder.

        Parameters
        ----------
        commit
            Its full name.
        folder
            From the topmost folder of the repository on.
        """
        asked = self._ask(
            "ls-tree", "-z", "--long", "--full-tree", f"{commit}:{folder}"
        )
        if asked.returncode:
            self._refuse_lost(commit, folder)
            return None
        return dict(map(_entry, filter(None, asked.stdout.split(b"\0"))))

    def _refuse_lost(self, commit: str, folder: str) -> None:
        """Go on only if there was no such folder: what git lists not may be lost."""
        top, found = self._known(f"{commit}:"), self._known(f"{commit}:{folder}")
        lost = top is None
        if found is not None:
            kind = self._ask("cat-file", "-t", found)
            # A partial clone has the folder and lacks the sizes of its files.
            lost = kind.returncode != 0 or _line(kind.stdout) == "tree"
        if lost:
            raise RevisionError(text("git does not have all of this revision"), LOST)

    def _known(self, name: str) -> str | None:
        asked = self._ask("rev-parse", "--verify", "--quiet", name)
        return None if asked.returncode else _line(asked.stdout)

    def read(self, blob: Blob) -> bytes:
        """
        Return the bytes of a file.

        Raises
        ------
        RevisionError
            If git does not give them.
        """
        asked = self._ask("cat-file", "blob", blob.name)
        if asked.returncode:
            raise _refused(asked.stderr)
        return asked.stdout

    def _ask(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(
                [self._program, *_ALWAYS, *words],
                cwd=self._folder,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            message = text("git did not answer within {n} seconds", n=_SECONDS)
            raise RevisionError(message) from None
        except (OSError, ValueError) as error:
            raise RevisionError(text("git: {why}", why=str(error))) from None


def quiet(environment: Mapping[str, str]) -> dict[str, str]:
    """
    Return an environment in which git looks at a folder as anybody would.

    A hook sets variables that name another repository or an unfinished commit.
    """
    kept = {name: value for name, value in environment.items() if not _is_git(name)}
    return {**kept, **_QUIET}


_QUIET = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    # A git of before 2024 knows no GIT_NO_LAZY_FETCH, and the settings of a repository
    # outweigh `protocol.allow`: they could have it fetch with a program of their own.
    "GIT_ALLOW_PROTOCOL": "none",
}


LOST = text("the clone is damaged or partial; git fsck tells more")
"""What to do where git lacks what a revision names."""


def _is_git(name: str) -> bool:
    # Where the user's settings stand, and which folders are trusted, stays known.
    return name.startswith("GIT_") and not name.startswith("GIT_CONFIG")


def _entry(line: bytes) -> tuple[str, Blob]:
    facts, _, name = line.partition(b"\t")
    mode, _, blob, size = facts.decode("ascii").split()
    return name.decode("utf-8", "surrogateescape"), Blob(
        blob, int(size) if size.isdecimal() else None, mode in _FILE_MODES
    )


def _line(said: bytes) -> str:
    return said.decode("utf-8", "surrogateescape").removesuffix("\n")


def _no_repository(folder: Path, said: bytes) -> RevisionError:
    if b"not a git repository" in said:
        return RevisionError(
            text("{folder} is in no git repository", folder=folder.as_posix()),
            text("compare two folders instead: stdmig compare BEFORE AFTER"),
        )
    return _refused(said)


def _refused(said: bytes) -> RevisionError:
    lines = said.decode("utf-8", "replace").splitlines() or ["?"]
    return RevisionError(text("git: {why}", why=lines[0][:_LONGEST]))
