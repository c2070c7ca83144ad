"""Shells complete our commands, options and names from the workspace (補完)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from stdmig.cli.completion_scripts import SCRIPTS, SET_UP
from stdmig.cli.suggest import _beginning
from tests.command import call, environment, run
from tests.helpers import MINIMAL

CASES = {
    "plan --by ": ["item", "system", "section"],
    "plan --sec": ["--section"],
    "pl": ["plan"],
    "export pd": ["pdf"],
    "completion z": ["zsh"],
    "explain STD50": ["STD501"],
    "plan --lang ": ["ja", "en"],
    # From the workspace: the id, the section, the name where the id does not begin so.
    "explain ju": ["juki"],
    "explain 住民基": ["住民基本台帳"],
    "plan --section 市": ["市民課"],
    "explain juki fit": ["fit-gap"],
    # Nothing of ours: the shell completes file names.
    "plan --workspace ": [],
    "plan --output sys": [],
    "plan -w nowhere --section ": [],
}


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Return a workspace, with a program ``stdmig`` below it."""
    (tmp_path / "systems.yaml").write_text(MINIMAL, encoding="utf-8")
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "stdmig"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m stdmig "$@"\n', "utf-8")
    program.chmod(0o755)
    return tmp_path


def _in_shell(town: Path, *command: str, env: dict[str, str] | None = None) -> str:
    path = f"{town / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command,
        cwd=town,
        env=environment("en", {"PATH": path, "LC_ALL": "C.UTF-8", **(env or {})}),
        capture_output=True,
        timeout=120,
        check=True,
    )
    assert done.stderr == b""
    return done.stdout.decode("utf-8")


BASH_TRY = """\
source <(stdmig completion bash)
complete -p stdmig
for line in CASES; do
  IFS=' ' read -r -a COMP_WORDS <<< "stdmig $line"
  [[ $line == *' ' ]] && COMP_WORDS+=("")
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  _stdmig stdmig
  (IFS='|'; echo "$line=${COMPREPLY[*]}")
done
"""


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not here")
def test_bash_completes(town: Path) -> None:
    """The script, sourced into a bash, offers what fits the line."""
    cases = " ".join(f"'{line}'" for line in CASES)
    script = BASH_TRY.replace("CASES", cases)
    told = _in_shell(town, "bash", "--norc", "-c", script).splitlines()
    assert told[0] == "complete -o default -F _stdmig stdmig"
    assert told[1:] == [f"{line}={'|'.join(found)}" for line, found in CASES.items()]


ZSH_TRY = """\
compdef() { registered="$*" }
source <(stdmig completion zsh)
print -r -- $registered
_describe() { print -r -- "$typed=${(j:|:)found%%:*}" }
_files() { print -r -- "$typed=" }
for typed in CASES; do
  words=("${(@s: :)typed}"); words=(stdmig "${words[@]}"); CURRENT=$#words
  _stdmig
done
"""


@pytest.mark.outside("zsh")
def test_zsh_completes(town: Path) -> None:
    """So does zsh, which shows what each word is for as well."""
    cases = " ".join(f"'{line}'" for line in CASES)
    script = ZSH_TRY.replace("CASES", cases)
    told = _in_shell(town, "zsh", "-f", "-c", script).splitlines()
    assert told[0] == "_stdmig stdmig"
    assert told[1:] == [f"{line}={'|'.join(found)}" for line, found in CASES.items()]


@pytest.mark.outside("fish")
def test_fish_completes(town: Path) -> None:
    """So does fish, and it shows files itself where there is nothing of ours."""
    typed = " ".join(f"'{line}'" for line in CASES)
    script = (
        "stdmig completion fish | source\n"
        f'for line in {typed}; complete -C "stdmig $line" | string replace -r'
        " '\\t.*' ''; echo ==; end\n"
    )
    told = _in_shell(town, "fish", "--no-config", "-c", script, env={"HOME": str(town)})
    groups = [each.split() for each in told.split("==\n")[:-1]]
    for (line, wanted), found in zip(CASES.items(), groups, strict=True):
        # Fish sorts by itself.
        if wanted:
            assert sorted(found) == sorted(wanted), line
    assert groups[list(CASES).index("plan --output sys")] == ["systems.yaml"]


@pytest.mark.parametrize("shell", SCRIPTS)
def test_script_alone_is_printed(shell: str, tmp_path: Path) -> None:
    """A shell's file reads the script at every start: no word is beside it."""
    result = run("completion", shell)
    assert (result.code, result.err) == (0, "")
    assert result.out == SCRIPTS[shell]
    assert "_STDMIG_COMPLETE" in result.out
    assert f"stdmig completion {shell}" in SET_UP[shell]
    target = tmp_path / "script"
    assert call("completion", shell, "--output", target).code == 0
    assert target.read_bytes() == result.stdout


def test_shell_that_is_not_known_is_refused() -> None:
    """The shells that there are scripts for are named."""
    result = call("completion", "cmd")
    assert result.code == 2
    for shell in SCRIPTS:
        assert shell in result.err


def test_one_way_to_completion_is_left() -> None:
    """No option writes into the files of a person's shell."""
    page = call("--help").out
    assert "--install-completion" not in page
    assert "--show-completion" not in page


def test_faults_of_the_workspace_are_silent(tmp_path: Path) -> None:
    """Who presses the tabulator in a broken workspace sees no fault."""
    (tmp_path / "systems.yaml").write_bytes(b"\xff\x00: [")
    env = {
        "_STDMIG_COMPLETE": "complete_bash",
        "COMP_WORDS": "stdmig\nplan\n--section\n",
        "COMP_CWORD": "3",
    }
    result = run(cwd=tmp_path, env=env)
    assert (result.code, result.out.strip(), result.err) == (0, "", "")


def _asked(words: str, place: str) -> dict[str, str]:
    return {
        "_STDMIG_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": place,
    }


TAKEN_APART = (
    *("市$(touch x) 課", "-w", "--help", "–課", "—課", "―課", "@env", "課@課", "課'"),
    *("市\u00a0課", "市\u3000課", "市\u202f課", "課\u202e課", "課\u200f", "\u2067課"),
    *("課\u200b", "課\ufeff", "課\u00ad", "課\u2028"),
    *("課‘", "課’", "“課”", "課„", "課‚", "a;b", "a|b", "%PATH%", "a^b", "a!b"),
)
"""What some shell replaces or reads as an option or a quotation, or nobody sees."""

PLAIN = (
    "市民課",
    "窓口・証明課",
    "税務課（窓口）",
    "𠮷野支所",
    "か\u3099ん",
    "IT-1_a.b/c",
)


@pytest.mark.parametrize("name", TAKEN_APART, ids=ascii)
def test_names_that_a_shell_takes_apart_are_left_out(name: str) -> None:
    """A section whose name holds a sign of a shell cannot become a command."""
    assert _beginning([name, "市民課"], "") == ["市民課"]


def test_names_of_letters_are_offered(tmp_path: Path) -> None:
    """Whatever a Japanese name holds by right stays, as it was written."""
    assert _beginning(PLAIN, "") == [*PLAIN]
    for name in ("-w", "@env", "市民課（窓口）"):
        systems = MINIMAL.replace("section: 市民課", f"section: '{name}'")
        (tmp_path / "systems.yaml").write_text(systems, encoding="utf-8")
        done = run(cwd=tmp_path, env=_asked("stdmig\nplan\n--section\n", "3"))
        assert done.out.strip() == (name if name in "市民課（窓口）" else "")


@pytest.mark.parametrize(
    "env",
    [
        {"_STDMIG_COMPLETE": "complete_bash"},
        {"_STDMIG_COMPLETE": "complete_bash", "COMP_CWORD": "1"},
        {"_STDMIG_COMPLETE": "complete_bash", "COMP_WORDS": "stdmig"},
        *(
            _asked("stdmig\npl", each)
            for each in ("x", "-1", "", "1.0", "１", "9" * 5000)
        ),
    ],
    ids=str,
)
def test_question_that_cannot_be_understood_is_not_answered(
    env: dict[str, str], tmp_path: Path
) -> None:
    """Who asks like no shell is offered nothing, and sees no traceback."""
    done = run(cwd=tmp_path, env=env)
    assert (done.code, done.out, done.err) == (0, "", "")


def test_help_names_the_shells() -> None:
    """Nobody has to guess which shells there are, or where the instruction is."""
    page = " ".join(call("completion", "--help", "--lang", "en").out.split())
    assert f"The shell that reads the script: {', '.join(SCRIPTS)}." in page
    assert "its last line is the command that sets it up" in page
