"""Help in both languages: every command explains itself and shows an example."""

from __future__ import annotations

import re
import shlex
import shutil
from functools import cache
from pathlib import Path

import pytest
from rich.cells import cell_len

from stdmig import __version__
from stdmig.words import LANGUAGES, Language
from stdmig.workspace.papers import PAPERS
from tests.command import Result, call, run
from tests.helpers import ROOT

COMMANDS: dict[tuple[str, ...], str] = {
    (): "stdmig plan --sample",
    ("plan",): "stdmig plan --sample --by system",
    ("check",): "stdmig check --sample --format json",
    ("explain",): "stdmig explain 個人住民税 8 --sample",
    ("level",): "stdmig level --sample --time-limit 0",
    ("compare",): "stdmig compare --sample --scenario stay",
    ("risk",): "stdmig risk --sample --system kojin",
    ("status",): "stdmig status --sample",
    ("portfolio",): "stdmig portfolio --sample",
    ("graph",): "stdmig graph --sample --format mermaid",
    ("init",): "stdmig init our-town --name Mihon --not-here seiho",
    ("import",): "stdmig import inventory list.xlsx --dry-run",
    ("import", "inventory"): "stdmig import inventory list.xlsx --dry-run",
    ("import", "steps"): (
        "stdmig import steps steps.xlsx --as-of 2026-01-31 --dry-run"
    ),
    ("export", "steps"): "stdmig export steps --sample --output steps.xlsx",
    ("export", "designated"): (
        "stdmig export designated --sample --output designated.csv"
    ),
    ("export",): "stdmig export budget --sample --output budget.csv",
    ("export", "all"): "stdmig export all meeting --sample",
    ("export", "inventory"): "stdmig export inventory --sample --output list.xlsx",
    ("export", "without-prices"): "stdmig export without-prices copy --sample",
    ("forms",): "stdmig forms write towns.csv forms",
    ("forms", "write"): "stdmig forms write towns.csv forms",
    ("forms", "collect"): "stdmig forms collect returned towns --towns towns.csv",
    ("schema",): "stdmig schema all schemas",
    ("schema", "all"): "stdmig schema all schemas",
    ("export", "budget"): "stdmig export budget --sample --output budget.csv",
    **{
        ("export", paper.name): (
            f"stdmig export {paper.name} --sample --output {paper.file}"
        )
        for paper in PAPERS
    },
    ("progress",): "stdmig progress set 12@juki started --start 2026-06 --percent 40",
    ("progress", "set"): (
        "stdmig progress set 12@juki started --start 2026-06 --percent 40"
    ),
    ("progress", "live"): "stdmig progress live juki --since 2026-01-05",
    ("progress", "steps"): ("stdmig progress steps juki --done 1-34,36 --started 35"),
    ("baseline",): "stdmig baseline save --as-of 2026-06-01 --note Council",
    ("baseline", "save"): "stdmig baseline save --as-of 2026-06-01 --note Council",
    ("baseline", "list"): "stdmig baseline list",
    ("doctor",): "stdmig doctor",
    ("completion",): "stdmig completion bash",
}
LEADS = {"ja": "例: ", "en": "Example: "}


@cache
def _help(command: tuple[str, ...], language: Language) -> Result:
    result = run(*command, "--help", lang=language, env={"COLUMNS": "80"})
    assert result.code == 0, result.err
    return result


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_shows_an_example(command: tuple[str, ...], language: Language) -> None:
    """Every help page ends its words with a command to try, whole and on one line."""
    lines = [line.strip() for line in _help(command, language).out.splitlines()]
    assert LEADS[language] + COMMANDS[command] in lines


_TAKES_MORE = {
    f"stdmig export {paper.name} --sample --output {paper.file}": paper.needs[1]
    for paper in PAPERS
    if paper.needs
}


@pytest.mark.parametrize(
    "example",
    [
        pytest.param(
            each,
            marks=[pytest.mark.outside(_TAKES_MORE[each])]
            if each in _TAKES_MORE
            else [],
        )
        for each in sorted(set(COMMANDS.values()))
    ],
)
def test_example_works(
    example: str, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the help shows can be typed as it stands."""
    monkeypatch.chdir(str(tmp_path))
    program, *args = shlex.split(example)
    assert program == "stdmig"
    if args[0] == "import":
        # Any list will do; what a file is, its content says.
        Path("list.xlsx").write_text(
            "自治体名,業務名,担当課,システム名\n見本町,戸籍,市民課,戸籍システム\n",
            encoding="utf-8",
        )
        Path("steps.xlsx").write_text(
            "市区町村名,業務名,1,2\n見本町,戸籍,完了済み,作業中\n", encoding="utf-8"
        )
        args.append("--yes")
    if args[:2] == ["import", "steps"]:
        Path("systems.yaml").write_text(
            "schema: stdmig.systems/1\nmunicipality: {name: 見本町}\n"
            "systems: [{id: koseki}]\n",
            encoding="utf-8",
        )
    if args[0] in ("progress", "baseline"):
        for file in (ROOT / "examples" / "designated-town").glob("*.yaml"):
            shutil.copy(file, file.name)
    if args[0] == "forms":
        Path("towns.csv").write_text("団体名\n見本町\n", encoding="utf-8")
        if args[1] == "collect":
            call("forms", "write", "towns.csv", "returned")
    assert call(*args).code in {0, 1}


@pytest.mark.parametrize("language", LANGUAGES)
def test_list_of_commands_is_not_cut(language: Language) -> None:
    """The list says what each command does in a sentence that is there to its end."""
    # A sentence may go on in the next line, below its beginning.
    page = re.sub(r"\n {8,}(?=\S)", " ", _help((), language).out)
    commands = (
        *("init", "plan", "check", "explain", "risk", "status", "graph"),
        *("import", "export", "schema", "doctor", "completion"),
    )
    told = re.findall(rf"^  ({'|'.join(commands)}) +(.*)$", page, re.M)
    assert [name for name, _ in told] == [*commands]
    sentences = [words for _, words in told]
    assert all(words.endswith({"ja": "。", "en": "."}[language]) for words in sentences)
    assert not any("..." in words or "stdmig" in words for words in sentences)


_OF_NO_PLAN = {
    *("doctor", "completion", "init", "import", "schema"),
    *("progress", "baseline", "forms"),
}
"""Commands that look at the computer, or write what people go on writing."""


@pytest.mark.parametrize("command", [each for each in COMMANDS if each], ids=" ".join)
def test_help_of_commands_names_what_all_have(command: tuple[str, ...]) -> None:
    """Every command works anywhere, on any day, in both languages."""
    if command[0] in _OF_NO_PLAN or command == ("export",):
        return
    page = _help(command, "en").out
    folders = {("export", "all"), ("export", "without-prices")}
    place = "DIR" if command in folders else "--output FILE"
    of_no_day = {("export", name) for name in ("inventory", "steps", "without-prices")}
    days = () if command in of_no_day else ("--as-of DATE",)
    for option in ("--workspace DIR", "--sample", place, *days):
        assert option in page
    assert re.search(r"--lang +<ja\|en>", page)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_english_help_is_english(command: tuple[str, ...]) -> None:
    """Japanese in English help is a word of the field or a name of the sample."""
    found = set(re.findall(r"[^\x00-\x7f]+", _help(command, "en").out))
    assert found <= {"担当課", "個人住民税"}


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_english_help_fits_the_screen(command: tuple[str, ...]) -> None:
    """No line of the help is wider than 80 cells."""
    lines = _help(command, "en").out.splitlines()
    assert [line for line in lines if cell_len(line) > 80] == []


_REPEATABLE: dict[tuple[str, ...], tuple[str, ...]] = {
    ("init",): ("--not-here", "--live", "--designated", "--section", "--answer"),
    ("check",): ("--select", "--ignore", "--format", "--output"),
    ("level",): ("--with", "--objective", "--fix"),
    ("compare",): ("--rev", "--scenario"),
    ("risk",): ("--system",),
    ("portfolio",): ("--workspace", "--system", "--prefecture", "--slip"),
    ("progress", "set"): ("--system",),
    ("export", "all"): ("--only",),
}


@pytest.mark.parametrize("command", _REPEATABLE, ids=" ".join)
def test_help_tells_what_may_be_given_again(command: tuple[str, ...]) -> None:
    """Options that take several values say so, in the same words; others do not."""
    page = _help(command, "en").out.partition("Options:")[2]
    entries = re.split(r"\n(?=  -)", page)
    told = [each for each in entries if "[repeatable]" in each]
    named = [re.findall(r"--[a-z-]+", each)[0] for each in told]
    assert sorted(named) == sorted(_REPEATABLE[command])


@pytest.mark.parametrize("command", [("export", "all"), ("schema", "all")])
def test_force_on_a_folder_is_about_its_files(command: tuple[str, ...]) -> None:
    """Where a command writes a folder, ``--force`` speaks of its files."""
    words = re.search(r"--force +(.*)", _help(command, "en").out)
    assert words is not None
    assert words[1] == "Replace the files that exist already."


def test_version_is_told() -> None:
    """``--version`` prints the name and the version, and nothing else."""
    assert call("--version").out == f"stdmig {__version__}\n"


@pytest.mark.parametrize("command", [(), ("export",)], ids=["stdmig", "export"])
def test_nothing_asked_shows_the_help(command: tuple[str, ...]) -> None:
    """Without a command the help is shown, and the code says that nothing ran."""
    result = call(*command)
    assert result.code == 2
    assert "Usage:" in result.out + result.err


@pytest.mark.parametrize("language", LANGUAGES)
def test_rule_page_is_json_where_that_is_asked_for(language: Language) -> None:
    """A program that explains a rule gets no page for people."""
    result = call("explain", "STD201", "--format", "json", "--lang", language)
    assert result.out.startswith('{\n  "schema": "stdmig.rule/1",\n')
    assert '"name": "contract-ends-before-cutover"' in result.out


@pytest.mark.parametrize(
    ("command", "usage"),
    [
        ("compare", "Usage: stdmig compare [options] [BEFORE AFTER]"),
        ("forms collect", "Usage: stdmig forms collect [options] FILE... DIR"),
        ("progress set", "Usage: stdmig progress set [options] [TASK...] STATUS"),
        ("explain", "Usage: stdmig explain [options] SYSTEM|CODE [ITEM]"),
    ],
)
def test_usage_tells_what_can_be_repeated(command: str, usage: str) -> None:
    """What is one folder, or just two, has no dots behind it."""
    assert call(*command.split(), "--help").out.splitlines()[0] == usage
