"""Workspaces read out of real git repositories (過去の版)."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from stdmig.workspace.git import Blob, Git, RevisionError, quiet
from stdmig.workspace.open import Opened
from stdmig.workspace.revision import read_revision
from tests.helpers import ENGLISH, MINIMAL

_IDENTITY = ("-c", "user.name=t", "-c", "user.email=t@example.invalid")


def git(folder: Path, *words: str) -> str:
    """Run git in a folder, without the settings of whoever runs the tests."""
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run(
        ["git", *_IDENTITY, *words],
        cwd=folder,
        env={k: v for k, v in environment.items() if k != "GIT_DIR"},
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().strip()


def commit(folder: Path, files: dict[str, str | None], message: str = "x") -> str:
    """Write or remove files, record them, and return the name of the commit."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink()
        else:
            path.write_text(content, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)
    return git(folder, "rev-parse", "HEAD")


OLD = MINIMAL.replace("姶良市", "旧町")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return an empty repository."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch", "main")
    return folder


def _read(folder: Path | None, revision: str) -> Opened:
    return read_revision(folder, revision, quiet(os.environ))


def _name(opened: Opened) -> str:
    assert opened.inventory is not None, opened.faults
    return opened.inventory.municipality.name


def _refused(folder: Path, revision: str) -> tuple[str, str]:
    with pytest.raises(RevisionError) as caught:
        _read(folder, revision)
    help = caught.value.help
    return caught.value.message.into(ENGLISH), help.into(ENGLISH) if help else ""


def test_file_is_read_as_it_was(repository: Path) -> None:
    """The revision has the old name, and places say which revision they are of."""
    commit(repository, {"systems.yaml": OLD})
    commit(repository, {"systems.yaml": MINIMAL})
    opened = _read(repository, "HEAD~1")
    assert _name(opened) == "旧町"
    assert opened.inventory is not None
    assert opened.inventory.documents.systems.name == "HEAD~1:systems.yaml"
    assert _name(_read(repository, "HEAD")) == "姶良市"


def test_branch_and_subfolder(repository: Path) -> None:
    """A workspace below the topmost folder is read there, at a branch as well."""
    commit(repository, {"town/plan/systems.yaml": OLD})
    git(repository, "checkout", "--quiet", "-b", "feature/other")
    commit(repository, {"town/plan/systems.yaml": MINIMAL})
    folder = repository / "town" / "plan"
    opened = _read(folder, "main")
    assert _name(opened) == "旧町"
    assert opened.inventory is not None
    assert opened.inventory.documents.systems.name == "main:town/plan/systems.yaml"
    assert _name(_read(folder, "feature/other")) == "姶良市"


def test_folder_of_today_is_the_current_one_or_its_data(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with the files of today, ``data`` is looked into where nothing is here."""
    commit(repository, {"data/systems.yaml": OLD})
    monkeypatch.chdir(repository)
    assert _name(_read(None, "HEAD")) == "旧町"


def test_optional_files_are_those_of_the_revision(repository: Path) -> None:
    """A file that did not exist is not there; the packaged one is said to be used."""
    costs = "schema: stdmig.costs/1\ntax_rate: 10\n"
    commit(repository, {"systems.yaml": OLD})
    commit(repository, {"costs.yaml": costs})
    before = _read(repository, "HEAD~1").inventory
    after = _read(repository, "HEAD").inventory
    assert before is not None
    assert after is not None
    assert before.costs is None
    assert after.costs is not None
    assert "stdmig:procedures.yaml" in before.packaged


def test_file_that_did_not_exist_is_said_plainly(repository: Path) -> None:
    """A revision without systems.yaml has a place, and what to do."""
    commit(repository, {"README": "x"})
    commit(repository, {"plan/systems.yaml": OLD})
    opened = _read(repository / "plan", "HEAD~1")
    (fault,) = opened.faults
    assert str(fault.location) == "HEAD~1:plan/systems.yaml:1:1"
    assert fault.message.into(ENGLISH) == (
        "there was no systems.yaml in this folder at this revision"
    )
    assert fault.help is not None
    assert "--rev HEAD~1:FOLDER" in fault.help.into(ENGLISH)


def test_renamed_folder_is_named_behind_a_colon(repository: Path) -> None:
    """The folder of then is told from the topmost one on."""
    commit(repository, {"old/data/systems.yaml": OLD})
    git(repository, "mv", "old", "new")
    commit(repository, {})
    folder = repository / "new" / "data"
    assert _read(folder, "HEAD~1").inventory is None
    opened = _read(folder, "HEAD~1:old/data/")
    assert _name(opened) == "旧町"
    assert opened.inventory is not None
    assert opened.inventory.documents.systems.name == "HEAD~1:old/data/systems.yaml"


def test_folder_that_is_gone_is_still_found(repository: Path) -> None:
    """The nearest folder that is there says which repository it was in."""
    commit(repository, {"a/b/systems.yaml": OLD})
    commit(repository, {"a/b/systems.yaml": None, "other": "x"})
    (repository / "a" / "b").rmdir() if (repository / "a" / "b").exists() else None
    assert _name(_read(repository / "a" / "b", "HEAD~1")) == "旧町"


def test_faults_have_places_of_their_revision(repository: Path) -> None:
    """What is wrong with the old file is told with the revision before its name."""
    commit(repository, {"systems.yaml": OLD.replace("municipality", "municipal")})
    opened = _read(repository, "main")
    assert opened.inventory is None
    assert {fault.location.file for fault in opened.faults} == {"main:systems.yaml"}


HOSTILE = (
    "",
    "-",
    "--output=stolen",
    "--help",
    "-n1",
    "HEAD; touch stolen",
    "$(touch stolen)",
    "HEAD\n--output=stolen",
    "HEAD\0",
    "HEAD..HEAD",
    "^HEAD",
    "HEAD:nowhere:systems.yaml",
    "x" * 5_000,
    "\u202eDAEH",
    "refs/../../../etc/passwd",
)


@pytest.mark.parametrize("revision", HOSTILE)
def test_hostile_revision_is_unknown(repository: Path, revision: str) -> None:
    """It is no option, no command and no path, only a name that git does not know."""
    commit(repository, {"systems.yaml": OLD})
    before = sorted(repository.iterdir())
    told = ""
    try:
        assert _read(repository, revision).inventory is None
    except RevisionError as error:
        told = error.message.into(ENGLISH)
    assert told.startswith("git knows no revision") or ":" in revision
    assert sorted(repository.iterdir()) == before


def test_unknown_revision_names_a_way_to_the_others(repository: Path) -> None:
    """Who mistyped is led to the list."""
    commit(repository, {"systems.yaml": OLD})
    message, help = _refused(repository, "v1")
    assert message == "git knows no revision 'v1'"
    assert help == "git log --oneline lists the revisions"


def test_folder_above_the_repository_is_refused(repository: Path) -> None:
    """A folder behind the colon cannot climb out."""
    commit(repository, {"systems.yaml": OLD})
    message, _ = _refused(repository, "HEAD:../elsewhere")
    assert "'../elsewhere'" in message


def test_shallow_clone_is_told_how_to_grow(repository: Path, tmp_path: Path) -> None:
    """A job of CI that fetched one revision is told what it lacks."""
    commit(repository, {"systems.yaml": OLD})
    commit(repository, {"systems.yaml": MINIMAL})
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository}", str(clone))
    message, help = _refused(clone, "HEAD~1")
    assert message == "git knows no revision 'HEAD~1'"
    assert "git fetch --unshallow" in help


def test_no_repository_is_said(tmp_path: Path) -> None:
    """A folder outside any repository has no revisions."""
    message, help = _refused(tmp_path, "HEAD")
    assert message == f"{tmp_path.as_posix()} is in no git repository"
    assert "compare two folders" in help


def test_missing_git_is_said(tmp_path: Path) -> None:
    """Without git nothing crashes."""
    with pytest.raises(RevisionError) as caught:
        Git(tmp_path, {"PATH": str(tmp_path)})
    message = "--rev needs git, which is not on this computer"
    assert caught.value.message.into(ENGLISH) == message


def test_link_is_not_followed(repository: Path) -> None:
    """A symbolic link holds a path, not YAML, and may lead anywhere."""
    (repository / "systems.yaml").symlink_to("/etc/passwd")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", "x")
    (fault,) = _read(repository, "HEAD").faults
    assert fault.message.into(ENGLISH) == (
        "cannot be read: it is a link or a folder, which is not followed"
    )


def test_large_file_is_refused_unread(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its size is known before a byte of it is read."""
    commit(repository, {"systems.yaml": OLD})
    monkeypatch.setattr("stdmig.workspace.revision.MAX_BYTES", 10)
    (fault,) = _read(repository, "HEAD").faults
    assert fault.message.into(ENGLISH) == (
        "cannot be read: the file has more than 10 bytes"
    )


def test_slow_git_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that never answers does not hold the command."""
    program = tmp_path / "git"
    program.write_text("#!/bin/sh\nexec sleep 60\n")
    program.chmod(0o755)
    monkeypatch.setattr("stdmig.workspace.git._SECONDS", 0.2)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    with pytest.raises(RevisionError, match="git did not answer"):
        Git(tmp_path, {**os.environ, "PATH": path})


def test_variables_of_a_hook_are_not_followed(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hook's GIT_DIR names another repository than the folder's."""
    commit(repository, {"systems.yaml": OLD})
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    assert _name(_read(repository, "HEAD")) == "旧町"


def test_odd_names_of_folders(repository: Path) -> None:
    """Blanks, colons, kanji and a leading dash are names like any other."""
    for name in ("-x", "令和 7:年", "a'b\"c", "*?[x]"):
        commit(repository, {f"{name}/systems.yaml": OLD})
        assert _name(_read(repository / name, "HEAD")) == "旧町"


def test_damaged_repository_is_not_called_a_missing_folder(repository: Path) -> None:
    """A file that git has lost is no link, and a lost folder was there."""
    commit(repository, {"systems.yaml": OLD})
    blob = git(repository, "rev-parse", "HEAD:systems.yaml")
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    fault = _read(repository, "HEAD").faults[0]
    told = fault.message.into(ENGLISH)
    assert told == "cannot be read: git does not have all of this revision"
    tree = git(repository, "rev-parse", "HEAD^{tree}")
    (repository / ".git" / "objects" / tree[:2] / tree[2:]).unlink()
    with pytest.raises(RevisionError, match="git does not have all of this revision"):
        _read(repository, "HEAD")


def test_partial_clone_fetches_nothing_and_says_so(
    repository: Path, tmp_path: Path
) -> None:
    """Files that a clone left with the server are not called missing."""
    commit(repository, {"systems.yaml": OLD})
    commit(repository, {"systems.yaml": MINIMAL})
    git(repository, "config", "uploadpack.allowFilter", "true")
    words = ("clone", "--quiet", "--no-checkout", "--filter=blob:none")
    git(tmp_path, *words, repository.as_uri(), "partial")
    with pytest.raises(RevisionError, match="git does not have all of this revision"):
        _read(tmp_path / "partial", "HEAD~1")


def test_repository_cannot_have_a_program_run(repository: Path, tmp_path: Path) -> None:
    """A lost file is not fetched by what the repository's own settings name."""
    ran = tmp_path / "ran"
    program = tmp_path / "fetch"
    program.write_text(f"#!/bin/sh\ntouch '{ran}'\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    commit(repository, {"systems.yaml": OLD})
    blob = git(repository, "rev-parse", "HEAD:systems.yaml")
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    for key, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.url": str(repository),
        "remote.origin.promisor": "true",
        "remote.origin.uploadpack": str(program),
        "protocol.file.allow": "always",
    }.items():
        git(repository, "config", key, value)
    # As a git of before 2024, which does not know the variable.
    environment = quiet(os.environ)
    del environment["GIT_NO_LAZY_FETCH"]
    with pytest.raises(RevisionError):
        Git(repository, environment).read(Blob(blob, None))
    assert not ran.exists()
