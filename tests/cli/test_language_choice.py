"""Which language a person is spoken to: option, STDMIG_LANG, locale (表示言語)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stdmig.cli.language import spoken
from stdmig.words import Language
from tests.command import run


@pytest.mark.parametrize(
    ("argv", "environ", "language"),
    [
        # The option wins, wherever and however it is written.
        (["plan", "--lang", "ja"], {"STDMIG_LANG": "en"}, "ja"),
        (["plan", "--lang=en"], {"STDMIG_LANG": "ja"}, "en"),
        (["--lang", "ja", "plan"], {}, "ja"),
        (["plan", "--sample", "--lang", "en"], {"LC_ALL": "ja_JP.UTF-8"}, "en"),
        # Then the variable of the program.
        ([], {"STDMIG_LANG": "ja", "LC_ALL": "en_US.UTF-8"}, "ja"),
        ([], {"STDMIG_LANG": "en", "LANG": "ja_JP.UTF-8"}, "en"),
        # Then the locale, in the order of POSIX; an empty variable counts as unset.
        ([], {"LC_ALL": "ja_JP.UTF-8", "LANG": "en_US.UTF-8"}, "ja"),
        ([], {"LC_ALL": "", "LANG": "ja_JP.eucJP"}, "ja"),
        ([], {"LC_MESSAGES": "en_US.UTF-8", "LANG": "ja_JP.UTF-8"}, "en"),
        ([], {"LC_ALL": "C.UTF-8", "LANG": "ja_JP.UTF-8"}, "en"),
        ([], {"LANG": "POSIX"}, "en"),
        ([], {"LANG": "de_DE.UTF-8"}, "en"),
        # GNU's list of languages goes before a locale, unless that is none at all.
        ([], {"LANGUAGE": "ja:en", "LANG": "en_US.UTF-8"}, "ja"),
        ([], {"LANGUAGE": "fr:en_GB:ja", "LANG": "ja_JP.UTF-8"}, "en"),
        ([], {"LANGUAGE": "fr", "LANG": "ja_JP.UTF-8"}, "ja"),
        ([], {"LANGUAGE": "ja", "LC_ALL": "C.UTF-8"}, "en"),
        # Of several options the last counts; what follows -- is no option.
        (["--lang", "ja", "plan", "--lang", "en"], {}, "en"),
        (["explain", "--", "--lang", "ja"], {"LANG": "en_US.UTF-8"}, "en"),
        # What names no language leaves the choice to the next.
        (["--lang", "fr"], {"STDMIG_LANG": "ja"}, "ja"),
        (["--lang"], {"STDMIG_LANG": "ja"}, "ja"),
        ([], {"STDMIG_LANG": "fr", "LANG": "ja_JP.UTF-8"}, "ja"),
        ([], {"STDMIG_LANG": "", "LANG": "ja"}, "ja"),
    ],
)
def test_language_is_chosen(
    argv: list[str], environ: dict[str, str], language: Language
) -> None:
    """``--lang``, else ``STDMIG_LANG``, else the locale decides."""
    assert spoken(argv, environ).language == language


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Japanese_Japan.932", "ja"),
        ("ja_JP", "ja"),
        ("ja-JP", "ja"),
        ("English_United States.1252", "en"),
        ("Javanese_Indonesia.1252", "en"),
        (None, "en"),
    ],
)
def test_locale_of_windows_is_understood(
    name: str | None, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no variable is set, as on Windows, the system's own name is read."""
    monkeypatch.setattr("locale.getlocale", lambda: (name, "cp932"))
    assert spoken([], {}).language == language


JAPANESE, ENGLISH = (
    "姶良市（見本） 標準化移行計画",
    "Aira City (sample): migration plan",
)


@pytest.mark.parametrize(
    ("args", "env", "first"),
    [
        (("--lang", "ja"), {"STDMIG_LANG": "en"}, JAPANESE),
        (("--lang", "en"), {"STDMIG_LANG": "ja"}, ENGLISH),
        ((), {"STDMIG_LANG": "ja"}, JAPANESE),
        ((), {"LC_ALL": "ja_JP.UTF-8"}, JAPANESE),
        ((), {"LC_ALL": "C.UTF-8"}, ENGLISH),
    ],
)
def test_program_speaks_the_language(
    args: tuple[str, ...], env: dict[str, str], first: str
) -> None:
    """The whole program follows the choice."""
    result = run("plan", "--sample", *args, lang=None, env=env)
    assert result.out.splitlines()[0].startswith(first)


def test_language_before_the_command_counts_for_machine_formats_too() -> None:
    """``stdmig --lang en plan`` is as good as ``stdmig plan --lang en``."""
    result = run("--lang", "en", "plan", "--sample", "--format", "json", lang="ja")
    assert json.loads(result.out)["municipality"] == "Aira City"


@pytest.mark.parametrize("env", [{"LC_ALL": "C.UTF-8"}, {"LC_ALL": "ja_JP.UTF-8"}])
def test_machine_formats_do_not_follow_the_person(env: dict[str, str]) -> None:
    """Without ``--lang`` a machine format is Japanese, whoever runs it."""
    result = run("check", "--sample", "--format", "json", lang="en", env=env)
    assert json.loads(result.out)["municipality"] == "姶良市"
    assert result.err == "3 errors, 20 warnings, 0 notes\n"


@pytest.mark.parametrize(
    ("args", "said", "first"),
    [
        ((), "", "エラー[STD201] "),
        ((), "lang: en\n", "error[STD201] "),
        ((), "lang: ja\n", "エラー[STD201] "),
        (("--lang", "en"), "lang: ja\n", "error[STD201] "),
    ],
)
@pytest.mark.parametrize("env", [{"LC_ALL": "C.UTF-8"}, {"LC_ALL": "ja_JP.UTF-8"}])
def test_pipe_and_files_of_a_check_speak_one_language(
    args: tuple[str, ...], said: str, first: str, env: dict[str, str], tmp_path: Path
) -> None:
    """A line per finding is in the language of every other format of the run."""
    (tmp_path / "systems.yaml").write_text(
        f"schema: stdmig.systems/1\n{said}municipality: {{name: 見本市}}\n"
        "contracts: [{id: tax, end: 2024-09-30}]\n"
        "systems: [{id: kojin, cutover: 2025-10-01,"
        " units: [{section: 税務課, contract: tax}]}]\n",
        encoding="utf-8",
    )
    outputs = ("-", "check.txt", "check.json")
    formats = [
        word
        for format, output in zip(("text", "text", "json"), outputs, strict=True)
        for word in ("--format", format, "--output", output)
    ]
    rules = ("--select", "STD201", "--as-of", "2021-10-01")
    result = run("check", *rules, *formats, *args, lang="en", cwd=tmp_path, env=env)
    told = result.out.splitlines()[0].partition(": ")[2]
    assert told.startswith(first)
    assert (tmp_path / "check.txt").read_bytes() == result.stdout
    (finding,) = json.loads((tmp_path / "check.json").read_bytes())["findings"]
    assert told.endswith(f"] {finding['message']}")
    # The summary is for the person.
    assert result.err.splitlines()[-1].startswith("1 error, ")


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "ja",
            [
                "エラー[STD015] このフォルダーにsystems.yamlがありません",
                "エラー 1件、警告 0件、注意 0件",
            ],
        ),
        (
            "en",
            [
                "error[STD015] there is no systems.yaml in this folder",
                "1 error, 0 warnings, 0 notes",
            ],
        ),
    ],
)
def test_faults_are_told_in_the_language(
    lang: Language, told: list[str], tmp_path: Path
) -> None:
    """Messages on the error stream follow the choice as well."""
    result = run("plan", lang=lang, cwd=tmp_path)
    assert result.code == 2
    lines = result.err.splitlines()
    assert lines[0] == f"systems.yaml:1:1: {told[0]}"
    assert lines[-1] == told[1]
    assert "--sample" in lines[1]
