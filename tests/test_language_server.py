"""The files in an editor: what its YAML language server says of them (エディター)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from stdmig.inventory import STATUTORY
from stdmig.inventory.schema.files import INPUT_FILES
from stdmig.inventory.schema.modeline import modeline
from tests.helpers import ROOT
from tests.language_server import LanguageServer, language_server

pytestmark = pytest.mark.outside("node")

SYSTEMS = INPUT_FILES[0]
START = f"""\
{modeline(SYSTEMS)}
schema: stdmig.systems/1
municipality:
  name: みどり町（架空）
"""
SPELLINGS = (
    "2026-03-31",
    '"2026-03-31"',
    "2026/3/31",
    "2026.3.31",
    "2026.3",
    "2026-03",
    "2026年3月31日",
    "令和8年3月31日",
    "令和８年３月３１日",
    "令和元年10月",
    "令和八年三月三十一日",
    "令8.3.31",
    "R8.3.31",
    "r8/3/31",
    "Ｒ８－３－３１",
    "㋿8年3月",
    "平成31年4月30日",
    "H31.4",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the filed schemas, which are in Japanese."""
    made = tmp_path_factory.mktemp("workspace")
    shutil.copytree(ROOT / "docs" / "schemas", made / "schemas")
    return made


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[LanguageServer]:
    """Run one server for all tests; it must never ask for a network."""
    with language_server(folder) as running:
        yield running


def _cursor(written: str) -> tuple[str, int, int]:
    """Return a text without its ``|``, and the line and column where that stood."""
    before, _, after = written.partition("|")
    lines = before.split("\n")
    return before + after, len(lines) - 1, len(lines[-1])


def _offered(
    server: LanguageServer, folder: Path, written: str
) -> dict[str, dict[str, Any]]:
    path = folder / "offered.yaml"
    content, line, column = _cursor(START + written)
    server.open(path, content)
    items = server.complete(path, line, column)
    server.close(path)
    return {item["label"]: item for item in items}


def _hovered(server: LanguageServer, folder: Path, written: str) -> str:
    path = folder / "hovered.yaml"
    content, line, column = _cursor(START + written)
    server.open(path, content)
    shown = server.hover(path, line, column)
    server.close(path)
    return shown


@pytest.mark.parametrize(
    "where", ["data", "examples/designated-town", "examples/small-town"]
)
def test_shipped_files_are_not_flagged(server: LanguageServer, where: str) -> None:
    """Nothing is underlined in a shipped file, and its modeline finds its schema."""
    for file in INPUT_FILES:
        path = ROOT / where / file.name
        if not path.exists():
            continue
        assert server.open(path) == [], path.name
        line = (
            path.read_text(encoding="utf-8")
            .split("\n")
            .index(f"schema: {file.schema_id}")
        )
        assert "形式の版" in server.hover(path, line, 2)
        server.close(path)


def test_eras_are_not_flagged(server: LanguageServer, folder: Path) -> None:
    """A date may be written in every spelling that is read, and so may a month."""
    days = "".join(
        f"  - {{id: s{place}, deadline: {each}, cutover: {each}}}\n"
        for place, each in enumerate(SPELLINGS)
    )
    assert server.open(folder / "eras.yaml", f"{START}systems:\n{days}") == []


def test_loose_spellings_are_not_flagged(server: LanguageServer, folder: Path) -> None:
    """Numbers as names, yes for true, one without its list, blanks: all are read."""
    written = f"""{START}  code: 012345
  population: 1_000
systems:
  - id: 8
    name: 12
    statutory: yes
    applies: Off
    reason: no
    assessment: full
    ordinance: {{kind: rule}}
    with: inkan
    designated:
    units:
      section: 住民課
      policy:
      contract: midori
  - id: inkan
    units: []
contracts:
"""
    assert server.open(folder / "loose.yaml", written) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("    |polcy: stay", "polcy"),
        ("    cutover: |令和8年13月1日", "日付ではありません"),
        ("    cutover: |2026", "日付ではありません"),
        ("    assessment: |fulll", '"full"'),
        ("    statutory: |maybe", "true又はfalse"),
        ("    units: [{section: 課, contract: {start: R8.4, |ent: R9.3}}]", "ent"),
        ("    designated: {reason: |7}", "4"),
        ("    applies: |[]", "true又はfalse"),
    ],
)
def test_what_is_wrong_is_flagged_where_it_stands(
    server: LanguageServer, folder: Path, line: str, said: str
) -> None:
    """A wrong key, value or date is underlined on its line, in words that help."""
    path = folder / "wrong.yaml"
    content, number, column = _cursor(f"{START}systems:\n  - id: juki\n{line}\n")
    (found,) = server.open(path, content)
    server.close(path)
    start = found["range"]["start"]
    assert (start["line"], start["character"]) == (number, column)
    assert said in found["message"]


def test_missing_key_is_flagged(server: LanguageServer, folder: Path) -> None:
    """A file without its systems says so."""
    (found,) = server.open(folder / "missing.yaml", START)
    assert '"systems"' in found["message"]


def test_keys_are_offered_with_japanese_words(
    server: LanguageServer, folder: Path
) -> None:
    """The keys that a contract does not have yet are offered, each explained."""
    written = "contracts:\n  - id: midori\n    start: R3.4.1\n    |\nsystems: []\n"
    offered = _offered(server, folder, written)
    assert "id" not in offered
    assert next(iter(offered)) == "end"
    assert offered["end"]["insertText"] == "end: "
    assert offered["end"]["documentation"].startswith("契約期間の最後の日（満了日）。")
    assert "notice_months" in offered


def test_values_are_offered_with_japanese_words(
    server: LanguageServer, folder: Path
) -> None:
    """A choice offers its values alone, each explained; a name offers nothing."""
    unit = "systems:\n  - id: juki\n    units:\n      - section: 住民課\n        "
    policies = _offered(server, folder, f"{unit}policy: |\n")
    told = {label: item["documentation"] for label, item in policies.items()}
    assert told == {
        "stay": "現行事業者を継続",
        "switch": "事業者を切替え",
        "national": "国が提供する製品を採用",
        "undecided": "未定",
    }
    assert list(_offered(server, folder, "systems:\n  - id: a\n    applies: |\n")) == [
        "true",
        "false",
    ]
    assert _offered(server, folder, f"{unit}name: |\n") == {}
    assert _offered(server, folder, "systems:\n  - id: a\n    cutover: |\n") == {}


def test_systems_of_the_law_are_offered(server: LanguageServer, folder: Path) -> None:
    """Who does not know the short names finds them by the Japanese ones."""
    offered = _offered(server, folder, "systems:\n  - id: |\n")
    assert list(offered) == [f"{key} {name.ja}" for key, name in STATUTORY.items()]
    assert offered["juki 住民基本台帳"]["insertText"] == "juki"


@pytest.mark.parametrize(
    ("line", "title", "words"),
    [
        ("cut|over: R8.1.5", "希望稼働開始日", "令和8年1月5日"),
        ("cutover: R8.|1.5", "希望稼働開始日", "令和8年1月5日"),
        ("dead|line: R8.1.5", "個別の移行完了期限", "その月の末日"),
        ("na|me: 住民", "業務名", "1行の文字"),
        ("stat|utory: no", "法定の対象業務", "true 又は false"),
        ("designa|ted: {reason: 4}", "特定移行支援システム", "省略"),
        ("units: {section: 課, con|tract: c}", "契約", "期間の順"),
        ("wi|th: [b, c]", "同時に稼働させる業務", "一覧にする"),
        ("ordi|nance: rule", "条例・規則の改正", "規則（首長が定める）"),
    ],
)
def test_hover_tells_one_key_in_japanese(
    server: LanguageServer, folder: Path, line: str, title: str, words: str
) -> None:
    """Over a key or its value stands its title, once, with what helps to write it."""
    shown = _hovered(server, folder, f"systems:\n  - id: a\n    {line}\n")
    assert shown.startswith(f"#### {title}\n")
    assert words in shown
    assert "||" not in shown


@pytest.mark.parametrize(
    ("key", "written", "title", "words"),
    [
        ("capacity", "lead: {capa|city: 1.5}", "通常の月の上限", "0から1000までの数"),
        (
            "capacity",
            "lead: {busy: [{mon|ths: 3, capacity: 1}]}",
            "繁忙期の月",
            "1から12",
        ),
        (
            "starts",
            "starts: [{task: 8@a b, start: R9.9, fi|xed: yes}]",
            "固定",
            "動かさせない",
        ),
        (
            "starts",
            "dura|tions: likely",
            "着手日の計算に使った月数",
            "省略: 見込みの月数",
        ),
        (
            "scenarios",
            "scenarios: [{id: a, name: b, systems: [{system: juki, pol|icy: stay}]}]",
            "別の対応方針",
            "元のまま",
        ),
    ],
)
def test_files_of_levelling_are_explained(
    server: LanguageServer, folder: Path, key: str, written: str, title: str, words: str
) -> None:
    """What is sound is not underlined; over a key stands what it means."""
    file = next(each for each in INPUT_FILES if each.key == key)
    top = f"{modeline(file)}\nschema: {file.schema_id}\n"
    path = folder / f"explained-{key}.yaml"
    content, line, column = _cursor(f"{top}{written}\n")
    assert server.open(path, content) == []
    shown = server.hover(path, line, column)
    server.close(path)
    assert shown.startswith(f"#### {title}\n")
    assert words in shown


def test_durations_of_chosen_starts_are_offered(
    server: LanguageServer, folder: Path
) -> None:
    """The three kinds are offered, each explained."""
    file = next(each for each in INPUT_FILES if each.key == "starts")
    path = folder / "offered-starts.yaml"
    top = f"{modeline(file)}\nschema: {file.schema_id}\n"
    content, line, column = _cursor(f"{top}durations: |\n")
    server.open(path, content)
    items = {each["label"]: each for each in server.complete(path, line, column)}
    server.close(path)
    assert list(items) == ["maximum", "likely", "minimum"]
    assert items["likely"]["documentation"] == "見込みの月数"
