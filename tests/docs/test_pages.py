"""Every command line of the docs is run, and its output is the one that is shown."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from typer.main import get_command

from stdmig.cli.program import app
from stdmig.dates import Period, parse_period
from stdmig.inventory.status_words import status_of
from tests.cli.every_command import below
from tests.docs.outputs import OMITTED, matches, updated
from tests.docs.page import (
    PAGES,
    PROMPT,
    Block,
    blocks,
    commands,
    inline_code,
    language_of,
    pictures,
    text_of,
    title,
)
from tests.helpers import ROOT

if sys.platform == "win32":
    pytest.skip("pages show a terminal of Unix", allow_module_level=True)

from tests.docs.session import Session

every_page = pytest.mark.parametrize("page", PAGES, ids=title)

TOWNS = {
    f"towns{name}": f"tests/data/portfolio{name}"
    for name in ("", "/a", "/b", "/c", "/d")
}
"""Three made-up municipalities with their list, and one that cannot be read."""

SET_OUT = {
    "docs/commands": TOWNS,
    "docs/portfolio": TOWNS,
    "docs/ci": {".": "data"},
    "docs/rules": {".": "data"},
    "README": {"plan": "data", ".": "data"},
}
"""Folders of files that a reader of a page has already, by page."""

USUAL = {"check": (0, 1), "portfolio": (0, 2)}
"""Codes with which commands of a page may end, where 0 is not the only one."""

SHELLS = ("sh", "bash", "shell", "bat", "powershell", "text", "")
"""Blocks that a reader may take for something to type."""

RUN_ELSEWHERE = {
    "installs, as .ci/run does in its steps": (
        "python3 -m venv .venv && .venv/bin/pip install -q . &&"
        " .venv/bin/stdmig plan --sample",
        "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]'",
        "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]' &&"
        " .venv/bin/pytest -q",
        ".venv/bin/pip install -q -e '.[docs]'",
    ),
    "for who changes stdmig; .ci/run runs it, or has checked what it writes": (
        ".venv/bin/pytest -q",
        ".venv/bin/pytest -q tests/differential",
        ".venv/bin/pytest -q tests/schedule/test_oracle_agrees.py",
        ".venv/bin/pytest -q tests/schedule/test_oracle_of_everything.py",
        ".venv/bin/ruff check && .venv/bin/ruff format --check",
        ".venv/bin/mypy",
        ".venv/bin/lint-imports",
        ".venv/bin/pytest -q --update-golden",
        ".venv/bin/pytest -q tests/docs --update-docs",
        ".venv/bin/python scripts/rules_page.py",
        ".venv/bin/python scripts/picture.py",
        ".venv/bin/python scripts/licences.py",
    ),
    "asks the network, which no test does; tests/test_audit.py and tests/test_pins.py"
    " hold what comes of it": (
        "uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes"
        " --no-header --extra pdf pyproject.toml offline/installer.in"
        " -o offline/requirements.lock",
        "uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes"
        " --no-header --extra dev --extra docs --extra level --extra outside"
        " --extra pdf -c offline/requirements.lock pyproject.toml"
        " -o .ci/requirements.lock",
        ".venv/bin/pip install -q -e '.[audit]'",
        ".venv/bin/python scripts/audit.py",
        "npm audit --prefix .ci/node",
    ),
    "tests/test_reproducible.py builds twice": (".venv/bin/python scripts/build.py",),
    "wants a library that is no dependency; the tests hold what it writes": (
        ".venv/bin/pip install -q -t FOLDER holidays",
        "PYTHONPATH=FOLDER .venv/bin/python scripts/holidays.py",
        "PYTHONPATH=FOLDER .venv/bin/python scripts/holidays.py --check",
    ),
    "tests/faults takes some of the calls in every run": (
        "STDMIG_FAULTS=all .venv/bin/python -m pytest tests/faults",
    ),
    "the properties are tried on the same examples by this very run": (
        ".venv/bin/pytest -q tests/dates tests/network tests/schedule"
        " --hypothesis-profile exploring",
    ),
    "tests/fuzz/test_fuzz.py tries some of the inputs, and makes one of them again": (
        ".venv/bin/python -m tests.fuzz --inputs 100000 --jobs 2",
        ".venv/bin/python -m tests.fuzz --seed 1 --only 4711 --folder found",
    ),
    "takes half an hour; tests/test_mutation_score.py holds how it is counted": (
        ".venv/bin/pip install -q -e '.[mutation]'",
        ".venv/bin/mutmut run",
        ".venv/bin/python scripts/mutation_score.py",
    ),
    "tests/docs/test_site.py builds the site": (
        ".venv/bin/python scripts/docs_site.py FOLDER",
    ),
    "tests/offline makes the set, installs it and holds its checksums": (
        "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]' &&"
        " .venv/bin/python scripts/offline_zip.py",
        ".venv/bin/python scripts/offline_zip.py",
        "unzip stdmig-0.1.0-linux.zip",
        "sh stdmig-0.1.0-linux/install.sh",
        'export PATH="$HOME/.local/share/stdmig:$PATH"',
        r"C:\Python\python.exe installer\install.py --to D:\stdmig",
        "certutil -hashfile stdmig-0.1.0-windows.zip SHA256",
        "sha256sum --check stdmig-0.1.0-linux.zip.sha256",
    ),
    "asks at a terminal, or takes a list of the reader's own; see tests/cli": (
        "stdmig init mihon",
        "stdmig check --workspace mihon",
        "stdmig plan --workspace mihon",
        "stdmig init mihon --from list.xlsx",
        "stdmig import inventory list.xlsx --workspace mihon",
        "stdmig export inventory --workspace mihon --output systems.xlsx",
    ),
}
"""Lines for a shell that no test types, by the reason why."""

ELSEWHERE = {line for lines in RUN_ELSEWHERE.values() for line in lines}


def _shell_lines(block: Block) -> list[str]:
    return [line for line in block.lines if line and not line.startswith("#")]


@every_page
def test_commands_show_what_the_page_shows(
    page: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """
    Whoever follows a page from its beginning sees what it shows.

    Run with ``--update-docs`` to write the outputs anew, and read them.
    """
    update = request.config.getoption("--update-docs")
    _set_out(page, tmp_path)
    session = Session(tmp_path, language_of(page))
    lines = text_of(page).split("\n")
    changes: list[tuple[int, int, list[str]]] = []
    for block in blocks(page):
        if block.file is not None:
            _write(session.folder, block)
        if block.language == "sh":
            _type(session, block)
        if block.language != "console":
            continue
        for command in commands(block):
            shown = session.run(command.words)
            if command.words.startswith("stdmig"):
                usual = USUAL.get(command.words.split()[1], (0,))
                assert session.code in usual, "\n".join([command.words, *shown])
            if update:
                first = command.first_line + 1
                last = first + len(command.expected)
                changes.append((first, last, updated(command.expected, shown)))
            elif not matches(command.expected, shown):
                assert list(command.expected) == shown, command.words
    for first, last, written in reversed(changes):
        lines[first:last] = written
    if update and "\n".join(lines) != text_of(page):
        (ROOT / page).write_text("\n".join(lines), encoding="utf-8", newline="\n")
    for written_file, picture in pictures(page):
        drawn = (session.folder / written_file).read_bytes()
        filed = (ROOT / page).parent / picture
        if update:
            filed.write_bytes(drawn)
        assert drawn.decode("utf-8") == filed.read_bytes().decode("utf-8"), picture


def _set_out(page: str, folder: Path) -> None:
    """Give the reader the files that the page takes for granted."""
    named = page.removesuffix(".md").removesuffix(".ja")
    for target, source in SET_OUT.get(named, {}).items():
        (folder / target).mkdir(exist_ok=True)
        for file in (ROOT / source).glob("*.yaml"):
            shutil.copy(file, folder / target)


def _write(folder: Path, block: Block) -> None:
    """Write a file as the page shows it, or change one as its `diff` says."""
    assert block.file is not None
    target = folder / block.file
    if block.language == "diff":
        old, new = (
            "".join(f"{line[1:]}\n" for line in block.lines if line[:1] in signs)
            for signs in (" -", " +")
        )
        written = target.read_text(encoding="utf-8")
        assert written.count(old) == 1, f"{block.file} has not once:\n{old}"
        target.write_text(written.replace(old, new), encoding="utf-8")
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("\n".join(block.lines) + "\n", encoding="utf-8")


def _type(session: Session, block: Block) -> None:
    """Run the lines of a block whose output the page does not show."""
    for line in _shell_lines(block):
        if line.startswith("stdmig ") and line not in ELSEWHERE:
            shown = session.run(line)
            assert session.code in (0, 1), "\n".join([line, *shown])


@every_page
def test_no_command_is_left_out(page: str) -> None:
    """Every line for a shell is typed by a test, or stands in the list with why not."""
    for block in blocks(page):
        if block.language in SHELLS:
            for line in _shell_lines(block):
                typed = block.language == "sh" and line.startswith("stdmig ")
                assert typed or line in ELSEWHERE, line
        elif block.language != "console":
            assert not any(line.startswith("stdmig ") for line in block.lines)
        if block.language == "console":
            assert block.lines[0].startswith(PROMPT), block.lines[0]


@every_page
def test_pages_leave_out_little(page: str) -> None:
    """An output is shortened at three places at most, and never to nothing."""
    for block in blocks(page):
        if block.language == "console":
            for command in commands(block):
                assert command.expected.count(OMITTED) <= 3, command.words
                assert command.expected != (OMITTED,), command.words


@every_page
def test_commands_in_sentences_exist(page: str) -> None:
    """What a sentence calls a command is one, and has the options that it names."""
    for code in inline_code(page):
        words = (
            shlex.split(code.replace("…", "x")) if code.startswith("stdmig ") else []
        )
        if words:
            _holds(words[1:], code)


def _holds(words: list[str], code: str) -> None:
    command: Any = get_command(app)
    names = list(words)
    while names and below(command) and not names[0].startswith("-"):
        assert names[0] in below(command), code
        command = below(command)[names.pop(0)]
    known = {each for option in command.params for each in option.opts} | {"--help"}
    for name in names:
        if name.startswith("-") and name != "-":
            assert name.partition("=")[0] in known, code


def test_pages_are_there_in_both_languages() -> None:
    """Each page has its twin, and the twin the same commands, files and headings."""
    for page in PAGES:
        if language_of(page) == "ja":
            continue
        twin = page.removesuffix(".md") + ".ja.md"
        assert twin in PAGES, page
        assert _typed(page) == _typed(twin)
        assert _headings(page) == _headings(twin), page


def _in_any_language(words: str) -> str:
    """Return a command line without what each reader says in words of his own."""
    plain: list[str] = []
    for word in shlex.split(words.removesuffix(" --lang en")):
        period = parse_period(word)
        if plain and plain[-1] == "--note":
            plain.pop()
        elif isinstance(period, Period):
            plain.append(f"{period.first}/{period.last}")
        else:
            plain.append(status_of(word) or word.replace("か月", "m"))
    return " ".join(plain)


def _typed(page: str) -> list[str]:
    typed: list[str] = []
    for block in blocks(page):
        if block.language == "console":
            # What is written for others speaks Japanese unless it is told otherwise; a
            # Japanese reader writes eras.
            words = [each.words for each in commands(block)]
            typed += [_in_any_language(each) for each in words]
        elif block.language == "sh":
            typed += _shell_lines(block)
        if block.file:
            typed.append(block.file)
    return typed


def _headings(page: str) -> list[int]:
    tokens = MarkdownIt().parse(text_of(page))
    return [int(each.tag[1]) for each in tokens if each.type == "heading_open"]
