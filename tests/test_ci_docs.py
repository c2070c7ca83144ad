"""The snippets for CI: what needs no runner is run here (docs/ci.md)."""

from __future__ import annotations

import os
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from stdmig.workspace import FILE_NAMES
from tests.command import call
from tests.helpers import ROOT
from tests.schema_check import violations
from tests.workspace.test_revision import commit, git

PAGES = ("docs/ci.md", "docs/ci.ja.md")
SCHEMAS = {
    "jobs": "vendor.github-workflows",
    "stdmig": "vendor.gitlab-ci",
    "stdmig-compare": "vendor.gitlab-ci",
}
"""Which schema a snippet has, by a key at its top."""


def _text(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def _blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", _text(page), re.DOTALL)


def _snippets(page: str) -> list[dict[str, Any]]:
    return [yaml.safe_load(block) for block in _blocks(page, "yaml")]


def _commands(page: str) -> list[str]:
    """Return every check that a reader of the page could copy."""
    return [each for each in _copied(page) if each.startswith("stdmig check ")]


def _copied(page: str) -> list[str]:
    """Return every command of ours that a reader of the page could copy."""
    lines = [line for block in _blocks(page, "sh") for line in block.splitlines()]
    for snippet in _snippets(page):
        for job in snippet.get("jobs", {}).values():
            lines += [step["run"] for step in job["steps"] if "run" in step]
        for job in ("stdmig", "stdmig-compare"):
            lines += snippet.get(job, {}).get("script", [])
    return [line for line in lines if line.startswith("stdmig ")]


def _codes(page: str) -> set[int]:
    """Return the exit codes of the page's table."""
    return set(map(int, re.findall(r"^\| (\d+) \|", _text(page), re.MULTILINE)))


def _town(kind: str, folder: Path) -> None:
    """Make `folder` a workspace that is clean, has errors, or cannot be read."""
    for file in folder.glob("*.yaml"):
        file.unlink()
    source = {"clean": "examples/designated-town", "errors": "data"}.get(kind)
    if source is None:
        (folder / "systems.yaml").write_text("schema: 1\n", encoding="utf-8")
        return
    for file in (ROOT / source).glob("*.yaml"):
        shutil.copy(file, folder)


def test_page_has_commands_of_every_kind() -> None:
    """There is something to try: a shell line, a workflow, a job."""
    formats = [re.findall(r"--format (\w+)", each) for each in _commands(PAGES[0])]
    assert formats == [
        ["text", "sarif"],
        ["github", "sarif"],
        ["text", "gitlab", "junit"],
    ]


@pytest.mark.parametrize(
    ("kind", "code"), [("clean", 0), ("errors", 1), ("unreadable", 2)]
)
@pytest.mark.parametrize("page", PAGES)
def test_commands_end_with_the_documented_code(
    page: str,
    kind: str,
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever copies a command gets the files it names and the code of the table."""
    assert code in _codes(page)
    monkeypatch.chdir(tmp_path)
    _town(kind, tmp_path)
    for command in _commands(page):
        words = shlex.split(command)[1:]
        result = call(*words)
        assert result.code == code, result.err
        outputs = [
            Path(words[n + 1]) for n, word in enumerate(words) if word == "--output"
        ]
        for output in outputs:
            if output != Path("-"):
                assert output.stat().st_size > 0
                output.unlink()


@pytest.mark.parametrize("page", PAGES)
def test_comparisons_write_what_is_posted(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both jobs hold the last revision against the one before, as Markdown."""
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    for kind in ("errors", "clean"):
        _town(kind, tmp_path)
        commit(tmp_path, {})
    monkeypatch.setenv("CI_MERGE_REQUEST_DIFF_BASE_SHA", "HEAD^1")
    comparisons = [each for each in _copied(page) if " compare " in each]
    assert len(comparisons) == 2
    for command in comparisons:
        result = call(*map(os.path.expandvars, shlex.split(command)[1:]), "--force")
        assert result.code == 0, result.err
        posted = (tmp_path / "compare.md").read_text(encoding="utf-8")
        assert posted.startswith("### ")
        assert "HEAD^1" in posted.replace("\\", "")


@pytest.mark.parametrize("page", PAGES)
def test_snippets_keep_to_the_schemas_of_their_readers(
    page: str, tmp_path: Path
) -> None:
    """The workflow and the job are what GitHub and GitLab read."""
    held = 0
    for number, (snippet, block) in enumerate(
        zip(_snippets(page), _blocks(page, "yaml"), strict=True)
    ):
        schema = next((SCHEMAS[key] for key in SCHEMAS if key in snippet), None)
        if schema is not None:
            file = tmp_path / f"{number}.yaml"
            file.write_text(block, encoding="utf-8")
            assert violations(file, schema=schema) == ""
            held += 1
    assert held == 4


def test_both_languages_show_the_same() -> None:
    """The pages differ in their sentences and comments, in nothing else."""
    english, japanese = PAGES
    assert _snippets(english) == _snippets(japanese)
    assert _blocks(english, "sh") == _blocks(japanese, "sh")
    assert _codes(english) == _codes(japanese)
    for mark in (r"^#+ ", r"^\|"):
        assert len(re.findall(mark, _text(english), re.MULTILINE)) == len(
            re.findall(mark, _text(japanese), re.MULTILINE)
        )


@pytest.mark.parametrize("page", PAGES)
def test_page_names_every_format(page: str) -> None:
    """Each value of ``--format`` stands in the table."""
    table = re.findall(r"^\| (`.*?) \|", _text(page), re.MULTILINE)
    named = [word for row in table for word in re.findall(r"`(\w+)`", row)]
    assert named == ["text", "json", "csv", "sarif", "github", "gitlab", "junit"]


def _hooks() -> list[dict[str, Any]]:
    hooks: list[dict[str, Any]] = yaml.safe_load(_text(".pre-commit-hooks.yaml"))
    return hooks


def test_hook_is_one_that_pre_commit_reads() -> None:
    """The manifest has what pre-commit needs, and nothing it does not know."""
    (hook,) = _hooks()
    assert hook.keys() == {
        "id",
        "name",
        "description",
        "entry",
        "language",
        "files",
        "pass_filenames",
        "require_serial",
    }
    assert (hook["language"], hook["entry"]) == ("python", "stdmig check")
    # The files of a workspace are checked together, and once.
    assert (hook["pass_filenames"], hook["require_serial"]) == (False, True)


def test_hook_runs_for_the_files_of_a_workspace() -> None:
    """Every file that people write sets it off, wherever it is, and no other does."""
    (hook,) = _hooks()
    for name in FILE_NAMES:
        for folder in ("", "data/", "市/一覧/"):
            assert re.search(hook["files"], f"{folder}{name}")
    for name in ("mysystems.yaml", "systems.yaml.bak", "systems/x.yaml"):
        assert not re.search(hook["files"], name)


@pytest.mark.parametrize("page", PAGES)
def test_page_names_the_hook(page: str) -> None:
    """The snippet for pre-commit asks for the hook that there is."""
    (hook,) = _hooks()
    asked = [
        each["id"]
        for snippet in _snippets(page)
        for repository in snippet.get("repos", ())
        for each in repository["hooks"]
    ]
    assert asked == [hook["id"]]


def test_hook_ends_as_the_check_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its command stops a commit that brings an error, and lets others pass."""
    (hook,) = _hooks()
    for kind, code in (("clean", 0), ("errors", 1)):
        folder = tmp_path / kind
        folder.mkdir()
        _town(kind, folder)
        monkeypatch.chdir(folder)
        assert call(*shlex.split(hook["entry"])[1:]).code == code
