"""No word reaches a reader in the other language, or past the catalogue (訳文)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from scripts.catalogues import PACKAGE, known, po_file, used

MESSAGES = known(po_file("ja", PACKAGE))
TRANSLATIONS = {
    wording.singular: "".join(message.string or "")
    for wording, message in MESSAGES.items()
}
"""What a Japanese reader gets for each English message; there is one plural form."""

NAMES = {
    *("BOM", "CP932", "CSV", "Debian", "Excel", "GitHub", "JSON", "Linux", "MSPDI"),
    *("Mermaid", "PDF", "RFP", "SVG", "Windows", "XLSX", "YAML", "iCalendar"),
    *("MS", "Project", "A3", "UTF-8", "Python", "git", "stdmig"),
    *("ID", "id", "item", "conditions", "contract", "phases", "planning"),
}
"""Names of formats, encodings, products and keys, the same in both languages."""

BRACKETS = re.compile(r"（[^）]*）|\([^)]*\)|「[^」]*」|\[[^\]]*\]|'[^']*'")

PLAIN = re.compile(r"(?<![\w.:/@<-])[A-Za-z][A-Za-z]+(?![\w.:/@>-]|_)")
"""A word as prose has it: no file, path, option, key with its colon, or id."""

HALF = re.compile(r"(?:[A-Za-z]{2,} ){3}[A-Za-z]{2,}")


def test_every_message_is_translated() -> None:
    """The catalogue holds exactly the messages of the code; none is empty or fuzzy."""
    wordings, unread = used(PACKAGE)
    assert unread == []
    assert wordings ^ MESSAGES.keys() == set()
    assert [english for english, japanese in TRANSLATIONS.items() if not japanese] == []
    assert [each for each, message in MESSAGES.items() if message.fuzzy] == []


def _left_english(message: str) -> set[str]:
    """Return the English words of a translation that are no name and no key."""
    prose = re.sub(r"\{[^}]*\}", " ", TRANSLATIONS[message])
    words = set(PLAIN.findall(prose)) - NAMES
    # Half a sentence that nobody translated is longer than any name or key.
    if TRANSLATIONS[message] == message or HALF.search(prose):
        return words
    # What both have in common is a key of a file or a part of a command line.
    return {word for word in words if not re.search(rf"\b{word}\b", message)}


def test_no_english_is_left_in_the_japanese() -> None:
    """A Latin word of a translation is a name, or a key that the English has too."""
    left = {each: _left_english(each) for each in TRANSLATIONS}
    assert {each: words for each, words in left.items() if words} == {}


def test_english_is_english() -> None:
    """Japanese in an English sentence is a term in brackets, or an example of input."""
    found = {
        message
        for message in TRANSLATIONS
        if re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", BRACKETS.sub("", message))
    }
    assert {each for each in found if "write it like" not in each} == {
        "'{written}' has the year 0; the first year of an era is 1 or 元年",
        "{n} amount under '{heading}' is very small, such as {yen} yen; is a unit such"
        " as 千円 missing in the heading?",
        "'{months}' is no number of months; write 6m or 6か月",
        "the table has a row per municipality and system, with headings such as"
        " 市区町村名 and 業務名, and a column per step",
    }


SAYING = {"print", "say", "tell", "complain", "echo", "secho", "confirm", "prompt"}
"""Functions that show their argument to a person."""

HELPS = {"help", "short_help", "epilog"}
"""Arguments that end on a help page."""


def _literal_words(node: ast.AST) -> str:
    """Return the words of a literal or of the fixed parts of an f-string."""
    match node:
        case ast.Constant(value=str(value)):
            return value
        case ast.JoinedStr(values=parts):
            return " ".join(map(_literal_words, parts))
    return ""


def _unspoken(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the words that are shown without having gone through the catalogue."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        shown = [*(node.args if name in SAYING else ())]
        shown += [each.value for each in node.keywords if each.arg in HELPS]
        for each in shown:
            if words := re.search(r"[A-Za-z]{2,}|[^\x00-\x7f]", _literal_words(each)):
                yield node.lineno, words.group()
    for node in ast.walk(tree):
        # A refusal of the command line is read by whoever typed it.
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            name = ast.unparse(node.exc.func)
            if name.startswith("typer.") and any(map(_literal_words, node.exc.args)):
                yield node.lineno, name


def test_nothing_is_said_past_the_catalogue() -> None:
    """Whatever is printed, refused or helped with goes through ``words``."""
    found = {
        f"{file.relative_to(PACKAGE).as_posix()}: {words}"
        for file in sorted(PACKAGE.rglob("*.py"))
        for _, words in _unspoken(ast.parse(file.read_bytes()))
    }
    # The name of an option is the same in every language.
    assert found == {"cli/questions.py: answer"}


PROSE = re.compile(r"[A-Za-z]{2,},? [a-z]{2,}|[\u3040-\u30ff\u4e00-\u9fff]")
"""Two words side by side, or any Japanese."""

FORMAT_WORDS = re.compile(
    r"^[<:#\[\n ]|[<>{}=]|^(?:bold|stdmig|digraph|flowchart) "
    r"|\b(?:Gothic|Sans|UDGothic)\b|ゴシック|^年度$"
)
"""Markup, paints, commands, fonts, starts of formats, and what is cut off a year."""

PUNCTUATION = {"render/cells.py", "render/workbook/measure.py"}
"""Where characters stand that may not begin a line."""

# The width of a column, measured in characters.
MEASURE = "render/workbook/table.py: 六文字までの"
NOT_PROSE = {
    MEASURE,
    "render/workbook/table.py: ・",
    # Words of the calendar formats, which no person reads.
    "render/mermaid/gantt.py:     dateFormat YYYY-MM-DD",
    "render/mermaid/gantt.py:     todayMarker off",
    # The ministry's form has its own headings in every language.
    *(
        f"render/steps_form/workbook.py: {heading}"
        for heading in ("団体コード", "都道府県名", "市区町村名", "業務名", "（見本）")
    ),
    # The one prefecture that is called by its whole name.
    "render/portfolio/tile_map.py: 北海道",
}


def _docstrings_and_messages(tree: ast.AST) -> set[int]:
    """Return what is no sentence of ours, or goes through the catalogue."""
    left_out: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            left_out |= {id(node.value)}
        name = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
        if name in {"text", "count", "Name"} or isinstance(node, ast.Raise):
            left_out |= {id(each) for each in ast.walk(node)}
        if isinstance(node, ast.Subscript):
            left_out |= {id(each) for each in ast.walk(node.slice)}
    return left_out


def test_renderers_hold_no_prose() -> None:
    """No page is written with sentences that the catalogue does not know."""
    found = set()
    for file in sorted((PACKAGE / "render").rglob("*.py")):
        place = file.relative_to(PACKAGE).as_posix()
        tree = ast.parse(file.read_bytes())
        left_out = _docstrings_and_messages(tree)
        for node in ast.walk(tree):
            words = "" if id(node) in left_out else _literal_words(node)
            plain = PROSE.search(words) and not FORMAT_WORDS.search(words)
            if plain and place not in PUNCTUATION:
                found.add(f"{place}: {words}")
    assert found <= NOT_PROSE


class _Visible(HTMLParser):
    """What a person sees or hears of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the attributes that are shown or read out."""
        self._silent = tag in ("script", "style")
        for name, value in attrs:
            if name in ("title", "alt", "aria-label", "placeholder") and value:
                self.told.append(value)

    def handle_endtag(self, tag: str) -> None:
        """Listen again after a script."""
        self._silent = False

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        if not self._silent:
            self.told.append(data)


TEMPLATES = sorted((PACKAGE / "render" / "html" / "templates").glob("*.html"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda each: each.name)
def test_templates_hold_no_words(template: Path) -> None:
    """Every word of the page comes from outside its templates."""
    source = template.read_text(encoding="utf-8")
    bare = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", source, flags=re.DOTALL)
    page = _Visible()
    page.feed(bare)
    words = re.findall(r"[A-Za-z]{2,}|[^\x00-\x7f]", " ".join(page.told))
    assert {*words} <= {"stdmig", "·", "≤", "◥"}


def test_script_of_the_page_says_nothing() -> None:
    """The page's script shows what the page gave it, and no words of its own."""
    script = PACKAGE / "render" / "html" / "templates" / "page.js"
    source = re.sub(
        r"/\*.*?\*/|(?m:^\s*//.*$)", "", script.read_text("utf-8"), flags=re.DOTALL
    )
    strings = re.findall(r"'([^'\n]*)'|\"([^\"\n]*)\"|`([^`]*)`", source)
    words = [one for each in strings for one in each if not one.startswith("#")]
    prose = [each for each in words if re.search(r"\w{2,} \w{2,}", each)]
    assert prose == ["use strict"]
    assert re.search(r"[^\x00-\x7f]", source) is None


def test_what_is_found_would_be_found() -> None:
    """The walk sees plain words in calls, f-strings, help texts and refusals."""
    tree = ast.parse(
        "print('all well')\n"
        "tell(f'{n} faults')\n"
        "option(help='Force it.')\n"
        "raise typer.BadParameter('no such day')\n"
        "tell(text('fine'))\n"
        "print(f'{a}: {b}')\n"
    )
    assert [line for line, _ in _unspoken(tree)] == [1, 2, 3, 4]
