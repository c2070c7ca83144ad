"""The catalogues are complete, and what would make them incomplete is found (訳文)."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.catalogues import PACKAGE, TRANSLATED, faults, po_file, refresh, rewritten
from stdmig.words import LANGUAGES, Language
from stdmig.words.catalogue import translations

SOURCE = """\
ONE = text("{name} is late", name=1)
MANY = count("{n} day", "{n} days", 2)
"""

PO = """\
msgid ""
msgstr ""
"Language: ja\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"Content-Type: text/plain; charset=utf-8\\n"

msgid "{name} is late"
msgstr "{name}は遅れています"

msgid "{n} day"
msgid_plural "{n} days"
msgstr[0] "{n}日"
"""


def package(folder: Path, source: str = SOURCE, po: str = PO) -> Path:
    """Return a package of one module whose catalogue has been refreshed."""
    (folder / "module.py").write_text(source, encoding="utf-8")
    file = po_file("ja", folder)
    file.parent.mkdir(parents=True)
    file.write_text(po, encoding="utf-8")
    refresh("ja", folder)
    return folder


@pytest.mark.parametrize("language", TRANSLATED)
def test_catalogue_is_complete(language: Language) -> None:
    """No message is missing, stale or with other placeholders, and the .mo is new."""
    assert list(faults(language)) == []


def test_every_language_but_english_has_a_catalogue() -> None:
    """English is the language of the keys; each other language has its two files."""
    assert {"en", *TRANSLATED} == set(LANGUAGES)
    for language in TRANSLATED:
        po = po_file(language, PACKAGE)
        assert (po.is_file(), po.with_suffix(".mo").is_file()) == (True, True)


def test_japanese_has_one_plural_form() -> None:
    """The compiled Japanese catalogue declares a single form for every number."""
    assert translations("ja").info()["plural-forms"] == "nplurals=1; plural=0;"


def test_compiled_catalogue_tells_no_time() -> None:
    """Neither file holds a date or the version of a tool, so it never churns."""
    for content in rewritten("ja", PACKAGE):
        assert b"-Date" not in content
        assert b"Generated-By" not in content


def test_complete_catalogue_has_no_fault(tmp_path: Path) -> None:
    """Messages that are all translated leave nothing to say."""
    assert list(faults("ja", package(tmp_path))) == []


def test_refreshing_twice_changes_nothing(tmp_path: Path) -> None:
    """A second run writes the very same bytes."""
    po = po_file("ja", package(tmp_path))
    before = po.read_bytes(), po.with_suffix(".mo").read_bytes()
    refresh("ja", tmp_path)
    assert (po.read_bytes(), po.with_suffix(".mo").read_bytes()) == before


def test_new_message_is_missing_until_refreshed(tmp_path: Path) -> None:
    """A message that came after the last run is named, then waits for its words."""
    package(tmp_path)
    (tmp_path / "more.py").write_text("NEW = text('new')\n", encoding="utf-8")
    assert "missing: 'new'" in list(faults("ja", tmp_path))
    refresh("ja", tmp_path)
    assert list(faults("ja", tmp_path)) == ["empty: 'new'"]


def test_unused_message_is_obsolete_until_refreshed(tmp_path: Path) -> None:
    """A translation without its message is named with its words, then goes."""
    package(tmp_path)
    (tmp_path / "module.py").write_text(SOURCE.splitlines()[1], encoding="utf-8")
    assert "obsolete: '{name} is late' ('{name}は遅れています')" in list(
        faults("ja", tmp_path)
    )
    refresh("ja", tmp_path)
    assert list(faults("ja", tmp_path)) == []


def test_commented_out_translation_is_obsolete(tmp_path: Path) -> None:
    """An entry that another tool only commented out must go as well."""
    po = po_file("ja", package(tmp_path))
    with po.open("a", encoding="utf-8") as stream:
        stream.write('\n#~ msgid "old"\n#~ msgstr "古い"\n')
    assert "obsolete: 'old' ('古い')" in list(faults("ja", tmp_path))


def test_changed_plural_is_another_message(tmp_path: Path) -> None:
    """A new plural under an old singular needs its translation read again."""
    package(tmp_path)
    changed = SOURCE.replace("{n} days", "{n} whole days")
    (tmp_path / "module.py").write_text(changed, encoding="utf-8")
    found = list(faults("ja", tmp_path))
    assert "missing: '{n} day'" in found
    assert any(line.startswith("obsolete: '{n} day'") for line in found)


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        ("{name}は", "{names}は", "other placeholders: '{name} is late' ("),
        ("{name}は", "", "other placeholders: '{name} is late' ("),
        ("{name}は", "{name}{は", "other placeholders: '{name} is late' ("),
        ("{n}日", "日", "other placeholders: '{n} day' ("),
        ("{n}日", "", "empty: '{n} day'"),
        ("{name}は遅れています", "", "empty: '{name} is late'"),
        ('msgid "{n} day"', '#, fuzzy\nmsgid "{n} day"', "fuzzy: '{n} day'"),
    ],
)
def test_faulty_translation_is_named(
    tmp_path: Path, right: str, wrong: str, fault: str
) -> None:
    """A translation that is empty, fuzzy or has other placeholders is named alone."""
    (found,) = faults("ja", package(tmp_path, po=PO.replace(right, wrong)))
    assert found.startswith(fault)


def test_fuzzy_translation_is_not_compiled(tmp_path: Path) -> None:
    """A translation nobody has confirmed is not shown to anybody."""
    fuzzy = PO.replace('msgid "{n} day"', '#, fuzzy\nmsgid "{n} day"')
    compiled = po_file("ja", package(tmp_path, po=fuzzy)).with_suffix(".mo")
    assert "{n}日".encode() not in compiled.read_bytes()


def test_edited_catalogue_is_stale_until_compiled(tmp_path: Path) -> None:
    """Words that were changed by hand show only after the next run, so it is asked."""
    po = po_file("ja", package(tmp_path))
    words = po.read_text(encoding="utf-8").replace("遅れて", "遅延して")
    po.write_text(words, encoding="utf-8")
    assert list(faults("ja", tmp_path)) == [
        "stale: stdmig.mo; run scripts/catalogues.py"
    ]


def test_missing_compiled_catalogue_is_stale(tmp_path: Path) -> None:
    """A .mo that is not there at all is asked for like an old one."""
    po_file("ja", package(tmp_path)).with_suffix(".mo").unlink()
    assert list(faults("ja", tmp_path)) == [
        "stale: stdmig.mo; run scripts/catalogues.py"
    ]


@pytest.mark.parametrize(
    ("call", "name"),
    [
        ("text(words)", "text"),
        ('text(f"{n} days")', "text"),
        ('text("")', "text"),
        ('count("{n} day", days, 2)', "count"),
        ('count("{n} day")', "count"),
    ],
)
def test_message_that_is_no_literal_is_named(
    tmp_path: Path, call: str, name: str
) -> None:
    """A message that cannot be read off the source is named with its place."""
    found = faults("ja", package(tmp_path, source=f"{SOURCE}\nX = {call}\n"))
    assert list(found) == [f"module.py:4: {name}() needs literal messages"]


def test_method_called_count_is_no_message(tmp_path: Path) -> None:
    """Counting the items of a list is not a sentence about them."""
    source = f'{SOURCE}\nX = [1].count(1), "a".count("b")\n'
    assert list(faults("ja", package(tmp_path, source=source))) == []
