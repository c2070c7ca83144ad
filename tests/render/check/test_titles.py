"""What subjects are called in tables for people (指摘の対象の名称)."""

from __future__ import annotations

import pytest

from stdmig.render.check.entry import Entry, subject_words
from stdmig.render.check.titles import Titles
from stdmig.words import LANGUAGES, Language, Style
from tests.helpers import ENGLISH
from tests.render.check.runs import entry
from tests.rules.planned import planned
from tests.screens import report, sample_city

SUBJECTS: list[tuple[dict[str, str], str, str]] = [
    ({"system": "juki"}, "Basic resident register", "住民基本台帳"),
    (
        {"system": "juki", "after": "kojin"},
        *(
            "Basic resident register / Individual resident tax",
            "住民基本台帳／個人住民税",
        ),
    ),
    (
        {"first_systems": "juki,kojin", "second_systems": "kaigo"},
        *(
            "Basic resident register, Individual resident tax"
            " / Long-term care insurance",
            "住民基本台帳、個人住民税／介護保険",
        ),
    ),
    ({"contract": "acrocity"}, *("アクロシティ住民情報システム",) * 2),
    (
        {"procurement": "アクロシティ住民情報システム:undecided"},
        *(
            "アクロシティ住民情報システム, policy undecided",
            "アクロシティ住民情報システム・方針未定",
        ),
    ),
    ({"specification": ""}, "no specification recorded", "標準仕様書の登録なし"),
    (
        {"item": "14", "assessment": "12"},
        *(
            "14 Data migration / 12 Specific personal information protection assessment"
            " (PIA)",
            "14 データ移行／12 特定個人情報保護評価(PIA)",
        ),
    ),
    (
        {"procurement": "koseki", "fiscal_year": "2025"},
        *(
            "Family register / FY2025",
            "戸籍／R7年度",
        ),
    ),
    ({"cutover": "2025-10-01"}, "cutover 2025-10-01", "稼働開始日 R7.10.1"),
    (
        {"system": "kojin", "confidence": "inferred"},
        *(
            "Individual resident tax / black-out, inferred",
            "個人住民税／切替回避（推定）",
        ),
    ),
    (
        {"acceptance": "STD102", "system": "koseki"},
        *(
            "acceptance of STD102 / Family register",
            "STD102の了承／戸籍",
        ),
    ),
    ({"package": "=TaxSys", "vendor": "甲社"}, "=TaxSys / 甲社", "=TaxSys／甲社"),
    ({"contract": "gone", "task": "9@none"}, "gone / 9@none", "gone／9@none"),
]


@pytest.mark.parametrize(("subject", "english", "japanese"), SUBJECTS)
def test_subject_is_called_by_its_names(
    subject: dict[str, str], english: str, japanese: str
) -> None:
    """Ids become names; what the plan does not have stands for itself."""
    told = Titles(sample_city().plan).of(subject)
    assert told.into(ENGLISH) == english
    assert told.into(Style.of("ja")) == japanese


def test_unit_and_session_are_called_by_their_names() -> None:
    """A unit is told by its system and section, a session with the year of its vote."""
    town = planned(
        "schema: stdmig.systems/1\nmunicipality: {name: 見本市}\n"
        "contracts: [{id: old, name: 旧契約}]\n"
        "systems: [{id: juki, units: [{section: 市民課}, {section: 支所}]}]\n",
        template="""\
schema: stdmig.template/1
deadline: 2026-03-31
council:
  sessions:
    - {id: december, name: 12月定例会, from: "12-01", until: "12-20"}
""",
    )
    titles = Titles(town.plan)
    told = {
        "unit": titles.of({"unit": "juki/支所"}),
        "session": titles.of({"procurement": "x", "session": "december-2025"}),
        "contract": titles.of({"contract": "old"}),
        "unknown": titles.of({"session": "june-2025"}),
    }
    assert {key: words.into(ENGLISH) for key, words in told.items()} == {
        "unit": "Basic resident register (支所)",
        "session": "x / 12月定例会 (2025)",
        "contract": "旧契約",
        "unknown": "june-2025",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_id_is_left_in_the_table_of_the_sample(language: Language) -> None:
    """Every finding of the sample is about something that has a name."""
    found: tuple[Entry, ...] = report(sample_city()).entries
    for each in found:
        told = subject_words(each).into(Style.of(language))
        assert ":" not in told
        assert "undecided" not in told.replace("policy undecided", "")


def test_without_names_the_ids_stand() -> None:
    """An entry that nobody named still says what it is about."""
    assert subject_words(entry("甲")).into(ENGLISH) == "contract:甲"
