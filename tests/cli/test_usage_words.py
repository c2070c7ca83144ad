"""Help and usage errors are the reader's from the first word to the last (使い方)."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from rich.cells import cell_len

from stdmig.cli.language import strange_variables
from stdmig.cli.parser.parser_words import reworded
from stdmig.words import LANGUAGES, Language, Style
from tests.cli.every_command import pages
from tests.cli.odd_console import outcomes
from tests.command import run
from tests.helpers import ENGLISH

JAPANESE = Style.of("ja")
PAGES = [(*path, "--help") for path in pages()]
TITLES = {
    "ja": ("使い方: ", "引数:", "オプション:", "コマンド:", "[必須]", "[既定値: "),
    "en": ("Usage: ", "Arguments:", "Options:", "Commands:", "[required]", "[default"),
}
PARSERS = re.compile(
    r"usage:|options|arguments|commands|show this|exit|required|default|no such|error"
    r"|try |invalid|missing",
    re.IGNORECASE,
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_pages_fit_and_break_between_characters(
    language: Language, tmp_path: Path
) -> None:
    """No line is wider than 80 cells, and none breaks where it has half its room."""
    for line, result in zip(
        PAGES, outcomes(PAGES, "utf-8", language, tmp_path), strict=True
    ):
        lines = result.out.splitlines()
        assert lines[0].startswith(TITLES[language][0]), line
        assert max(map(cell_len, lines)) <= 80, line
        assert not any(each.endswith(" ") for each in lines), line
        assert TITLES[language][2] in lines, line
        for upper, lower in pairwise(lines):
            if _goes_on(upper, lower):
                assert cell_len(upper) > 55, (line, upper)
        if language == "ja":
            told = re.sub(
                r"--[\w-]+|<[^>]*>|stdmig .*|\[[^]]*\]|\([^)]*\)", "", result.out
            )
            assert PARSERS.findall(told) == [], line


def _goes_on(upper: str, lower: str) -> bool:
    """Return whether a line is broken, and goes on below, deeper than a row begins."""
    deep = len(lower) - len(lower.lstrip()) > 8
    return deep and not lower.lstrip().startswith("[") and "  " in upper.strip()


@pytest.mark.parametrize(
    ("words", "english", "japanese"),
    [
        (
            ("plan", "--sampel"),
            [
                "error: there is no option --sampel",
                "  did you mean '--sample'?",
                "  for help: {program} plan --help",
            ],
            [
                "エラー: --sampelというオプションはありません",
                "  「--sample」の誤りではありませんか",
                "  使い方: {program} plan --help で表示します",
            ],
        ),
        (
            ("plan", "-x"),
            [
                "error: there is no option -x",
                "  for help: {program} plan --help",
            ],
            [
                "エラー: -xというオプションはありません",
                "  使い方: {program} plan --help で表示します",
            ],
        ),
        (
            ("plna",),
            [
                "error: there is no command plna",
                "  did you mean 'plan'?",
                "  for help: {program} --help",
            ],
            [
                "エラー: plnaというコマンドはありません",
                "  「plan」の誤りではありませんか",
                "  使い方: {program} --help で表示します",
            ],
        ),
        (
            ("explain",),
            [
                "error: SYSTEM|CODE is missing",
                "  for help: {program} explain --help",
            ],
            [
                "エラー: SYSTEM|CODEの指定がありません",
                "  使い方: {program} explain --help で表示します",
            ],
        ),
        (
            ("plan", "--as-of"),
            ["error: --as-of needs a value"],
            ["エラー: --as-ofには値の指定が必要です"],
        ),
        (
            ("plan", "--sample=3"),
            ["error: --sample takes no value"],
            ["エラー: --sampleに値は指定できません"],
        ),
        (
            ("plan", "a", "b"),
            [
                "error: too many words: a b",
                "  for help: {program} plan --help",
            ],
            [
                "エラー: 余分な語があります: a b",
                "  使い方: {program} plan --help で表示します",
            ],
        ),
        (
            ("plan", "--format", "jsn"),
            [
                "error: --format: 'jsn' is not one of text, json, csv",
                "  did you mean 'json'?",
                "  for help: {program} plan --help",
            ],
            [
                "エラー: --format: 「jsn」は指定できません。"
                "次のいずれかにしてください: text、json、csv",
                "  「json」の誤りではありませんか",
                "  使い方: {program} plan --help で表示します",
            ],
        ),
        (
            ("--lang", "xx", "plan"),
            [
                "error: --lang: 'xx' is not one of ja, en",
                "  for help: {program} --help",
            ],
            [
                "エラー: --lang: 「xx」は指定できません。"
                "次のいずれかにしてください: ja、en",
                "  使い方: {program} --help で表示します",
            ],
        ),
        (
            ("plan", "--dates", "wareki"),
            [
                "error: --dates: 'wareki' is not one of era, iso",
                "  for help: {program} plan --help",
            ],
            [
                "エラー: --dates: 「wareki」は指定できません。"
                "次のいずれかにしてください: era、iso",
                "  使い方: {program} plan --help で表示します",
            ],
        ),
        (
            ("check", "--as-of", "soon"),
            [
                "error: --as-of: 'soon' is not a date; write it like 2024-09-30,"
                " 2024-09, 令和6年9月30日 or R6.9.30",
                "  for help: {program} check --help",
            ],
            [
                "エラー: --as-of: 「soon」は日付ではありません。2024-09-30、2024-09、"
                "令和6年9月30日、R6.9.30のように書いてください",
                "  使い方: {program} check --help で表示します",
            ],
        ),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
)
def test_mistakes_are_told_in_the_language(
    words: tuple[str, ...], english: list[str], japanese: list[str]
) -> None:
    """What is wrong, the nearest that is right, and where help is."""
    for language, told in (("en", english), ("ja", japanese)):
        result = run(*words, lang="ja" if language == "ja" else "en")
        assert result.code == 2
        assert result.stdout == b""
        program = "stdmig"
        assert result.err.splitlines() == [
            each.format(program=program) for each in told
        ]


@pytest.mark.parametrize(
    ("sentence", "english", "japanese"),
    [
        (
            "Input should be a valid integer, unable to parse string as an integer",
            "a whole number is wanted here",
            "整数を指定してください",
        ),
        (
            "'x' is not a valid integer.",
            "a whole number is wanted here",
            "整数を指定してください",
        ),
        (
            "Input should be a valid number, unable to parse string as a number",
            "a number is wanted here",
            "数を指定してください",
        ),
        (
            "Input should be greater than or equal to 6",
            "the number must be in the range x>=6",
            "x>=6の範囲の数を指定してください",
        ),
        (
            "5 is not in the range x>=6.",
            "the number must be in the range x>=6",
            "x>=6の範囲の数を指定してください",
        ),
        (
            "Value error, 'a\\'b' is not one of 'ja', 'en'.",
            "'a'b' is not one of ja, en",
            "「a'b」は指定できません。次のいずれかにしてください: ja、en",
        ),
        (
            "Directory 'x\\ny' does not exist.",
            "'x y' does not exist",
            "「x y」がありません",
        ),
        ("path 'x' is a directory.", "'x' is a folder", "「x」はフォルダーです"),
        ("file 'x' is not readable.", "'x' cannot be read", "「x」を読み込めません"),
        ("Missing command.", "a command is missing", "コマンドの指定がありません"),
        ("Something {new}.", "Something {new}.", "Something {new}."),
    ],
)
def test_sentences_of_the_parser_are_reworded(
    sentence: str, english: str, japanese: str
) -> None:
    """Those of typer, click and pydantic; one that nobody knows is shown as it is."""
    words, _ = reworded(sentence)
    assert words.into(ENGLISH) == english
    assert words.into(JAPANESE) == japanese


def test_variables_that_mean_nothing_are_told() -> None:
    """A mistyped variable is told and passed over; an empty one counts as unset."""
    strange = {"STDMIG_LANG": "jp", "STDMIG_DATES": "wareki"}
    assert [each.into(ENGLISH) for each in strange_variables(strange)] == [
        "STDMIG_LANG is ignored: 'jp' is not one of ja, en",
        "STDMIG_DATES is ignored: 'wareki' is not one of era, iso",
    ]
    assert strange_variables({"STDMIG_LANG": "", "STDMIG_DATES": "era"}) == []
    result = run("--version", lang=None, env={"STDMIG_LANG": "jp", "LANG": "ja_JP"})
    assert result.err == (
        "環境変数STDMIG_LANGの「jp」は無視します。使える値はja、enです\n"
    )
    assert result.code == 0


@pytest.mark.parametrize(
    ("language", "dates", "shown"),
    [
        ("ja", None, "基準日 R3.10.1"),
        ("ja", "era", "基準日 R3.10.1"),
        ("ja", "iso", "基準日 2021-10-01"),
        ("en", None, "as of 2021-10-01"),
        ("en", "iso", "as of 2021-10-01"),
        ("en", "era", "as of R3.10.1"),
    ],
)
def test_days_follow_the_option_and_the_variable(
    language: Language, dates: str | None, shown: str
) -> None:
    """``--dates``, else ``STDMIG_DATES``, else what is customary in the language."""
    variable = {} if dates is None else {"STDMIG_DATES": dates}
    result = run("plan", "--sample", lang=language, env=variable)
    assert shown in result.out.splitlines()[1]
    if dates is not None:
        other = {"STDMIG_DATES": "iso" if dates == "era" else "era"}
        for words in (
            ("plan", "--sample", "--dates", dates),
            ("--dates", dates, "plan", "--sample"),
            ("plan", f"--dates={dates}", "--sample"),
        ):
            assert run(*words, lang=language, env=other).out == result.out


def test_data_keep_iso_days_whoever_asks() -> None:
    """Fields of machine formats are ISO; their sentences follow the option alone."""
    era = run("plan", "--sample", "--format", "json", "--dates", "era").out
    iso = run("plan", "--sample", "--format", "json", "--dates", "iso").out
    assert '"as_of": "2021-10-01"' in era
    assert '"as_of": "2021-10-01"' in iso
    plain = run("check", "--sample", "--format", "json").out
    told = run("check", "--sample", "--format", "json", env={"STDMIG_DATES": "iso"})
    assert told.out == plain
