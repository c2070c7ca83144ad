"""A new systems.yaml reads without a fault and says what was told (新規作成)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from stdmig.inventory.contracts import Contract
from stdmig.inventory.draft import Draft, DraftContract, DraftSystem, DraftUnit, Values
from stdmig.inventory.draft_of import draft_of
from stdmig.inventory.read_systems import read_systems
from stdmig.inventory.source import Source, control_character
from stdmig.inventory.statutory import STATUTORY
from stdmig.inventory.systems import Municipality, System, SystemsFile, Unit
from stdmig.inventory.writing.comment import cells, example
from stdmig.inventory.writing.hints import HINTS
from stdmig.inventory.writing.key_order import KEYS
from stdmig.inventory.writing.new_file import new_systems_yaml
from stdmig.words import Style
from tests.helpers import ENGLISH
from tests.hostile import ALL

JAPANESE = Style("ja", era=True)
MODELS: dict[str, type[BaseModel]] = {
    "file": SystemsFile,
    "municipality": Municipality,
    "contract": Contract,
    "system": System,
    "unit": Unit,
}
OF_A_FACT = {"source", "confirmed_by", "confirmed_on", "assumed", "note"}
NEEDED = {"municipality": {"name"}, "file": {"schema", "municipality", "systems"}}


def file_of(data: bytes | None) -> SystemsFile:
    """Return a file that reads without a fault."""
    assert data is not None
    _, file, faults = read_systems(Source("systems.yaml", data))
    assert [fault.message.into(ENGLISH) for fault in faults] == []
    assert file is not None
    return file


@pytest.mark.parametrize("owner", list(HINTS))
def test_every_key_of_the_file_has_its_place_and_its_example(owner: str) -> None:
    """A key that is added to the file must be added to the order and the examples."""
    fields = MODELS[owner].model_fields
    keys = {field.alias or name for name, field in fields.items()}
    assert set(KEYS[owner]) == keys  # type: ignore[index]
    hinted = {hint.key for hint in HINTS[owner]}  # type: ignore[index]
    left_out = OF_A_FACT | NEEDED.get(owner, set()) | {"id", "units", "contracts"}
    assert hinted - {"id"} == keys - left_out


@pytest.mark.parametrize("style", [JAPANESE, ENGLISH], ids=["ja", "en"])
@pytest.mark.parametrize(
    ("owner", "place"),
    [(owner, place) for owner in HINTS for place in range(len(HINTS[owner]))],
)
def test_every_example_may_stand_where_it_is_shown(
    owner: str, place: int, style: Style
) -> None:
    """An example whose two characters are deleted reads without a fault."""
    hints = HINTS[owner]  # type: ignore[index]
    key = hints[place].key
    also = {"auto_renewal_until": "auto_renewal_months", "applies": "reason"}
    lines = [example(hints[place], style)]
    lines += [example(hint, style) for hint in hints if hint.key == also.get(key)]
    held = {each: "" for each in MODELS}
    indent = {"file": 0, "municipality": 2, "contract": 4, "system": 4, "unit": 8}
    held[owner] = "".join(f"{' ' * indent[owner]}{line}\n" for line in lines)
    section = "" if key == "section" else "        section: a\n"
    unit_id = "u" if key != "id" else None
    first = f"      - id: {unit_id}\n" if unit_id else "      - policy: stay\n"
    own = "own" if key in ("statutory", "with", "after") else "juki"
    more = "    statutory: false\n" if own == "own" and key != "statutory" else ""
    text = (
        f"schema: stdmig.systems/1\n{held['file']}"
        f"municipality:\n  name: a\n{held['municipality']}"
        f"contracts:\n  - id: keiyaku1\n{held['contract']}"
        f"systems:\n  - id: {own}\n{more}{held['system']}    units:\n"
        f"{first}{section}{held['unit']}"
        "  - id: inkan\n  - id: kojin\n"
    )
    text += "  - id: juki\n" if own == "own" else ""
    if key == "specification":
        text += "specifications:\n  - {id: first, name: a}\n"
    file_of(text.encode())


@pytest.mark.parametrize("style", [JAPANESE, ENGLISH], ids=["ja", "en"])
def test_no_line_of_comment_is_wider_than_a_screen(style: Style) -> None:
    """Every line of a new file fits into 80 cells, and nothing ends in blanks."""
    draft = Draft({"name": "桜町"}, (), (DraftSystem("juki", {}),))
    data, faults = new_systems_yaml(draft, style)
    assert faults == []
    lines = (data or b"").decode().splitlines()
    assert [line for line in lines if cells(line) > 80] == []
    assert [line for line in lines if line != line.rstrip()] == []


def test_chosen_systems_alone_make_a_file_with_places_for_units() -> None:
    """Before any unit is known, every system shows where its units go."""
    draft = Draft(
        {"name": "桜町", "code": "462250"},
        (),
        (
            DraftSystem("inkan", {}),
            DraftSystem("juki", {}),
            DraftSystem("seiho", {"applies": False, "reason": "福祉事務所がない。"}),
            DraftSystem("jifu", {"applies": False}),
        ),
    )
    data, _ = new_systems_yaml(draft, ENGLISH)
    file = file_of(data)
    assert [system.id for system in file.systems] == ["juki", "inkan", "jifu", "seiho"]
    assert [system.reason for system in file.systems[2:]] == [
        "not run here (write why)",
        "福祉事務所がない。",
    ]
    written = (data or b"").decode()
    assert (
        "  - id: juki  # Basic resident register\n    name: 住民基本台帳\n    units:\n"
        "      # - section: Residents' Section\n      #   vendor: Example Co.\n"
    ) in written
    assert '  name: 桜町\n  code: "462250"\n' in written
    assert "  # - id: koseki  # Family register\n" in written


def test_the_commented_places_read_once_they_are_used() -> None:
    """Deleting ``# `` before the place of a unit and of a contract gives both."""
    data, _ = new_systems_yaml(
        Draft({"name": "桜町"}, (), (DraftSystem("juki", {}),)), JAPANESE
    )
    used = []
    for line in (data or b"").decode().splitlines():
        if line.startswith("  # - id: inkan"):
            break
        used.append(line.replace("# ", "", 1) if line.startswith("  ") else line)
    end = max(place for place, line in enumerate(used) if "contract:" in line)
    head = "\n".join(used[: end + 1])
    loaded = yaml.safe_load(head)
    (unit,) = loaded["systems"][0]["units"]
    assert set(unit) == {"section", "vendor", "package", "contract"}
    (contract,) = loaded["contracts"]
    assert set(contract) == {"id", "name", "vendor", "start", "end"}
    assert contract["end"] == "令和7年3月31日"


def test_days_are_written_as_their_reader_does() -> None:
    """Eras in full for a Japanese reader, in short or ISO for the others."""
    draft = Draft(
        {"name": "a"},
        (DraftContract("c", {"start": date(2019, 5, 1), "end": date(2025, 3, 31)}),),
    )
    shown = []
    for style in (JAPANESE, Style("en", era=True), ENGLISH):
        written = (new_systems_yaml(draft, style)[0] or b"").decode()
        shown.append(written[written.index("\n    start: ") :].split("\n")[1:3])
    assert shown == [
        ["    start: 令和元年5月1日", "    end: 令和7年3月31日"],
        ["    start: R1.5.1", "    end: R7.3.31"],
        ["    start: 2019-05-01", "    end: 2025-03-31"],
    ]


def test_what_no_file_can_hold_is_said_and_nothing_is_written() -> None:
    """A control character and a value of the wrong kind are faults, with the reason."""
    draft = Draft(
        {"name": "a\x07"},
        (DraftContract("c", {"notice_months": "six"}),),
        (),
        (DraftUnit("juki", None, {"section": "課"}, ("nix",)),),
    )
    data, faults = new_systems_yaml(draft, ENGLISH)
    assert data is None
    assert [(fault.code, fault.message.into(ENGLISH)) for fault in faults] == [
        (
            "STD025",
            "the file would be at fault: the control character U+0007 cannot stand"
            " here",
        ),
        (
            "STD025",
            "the file would be at fault: 'six' cannot stand under 'notice_months'",
        ),
    ]


NAMES = (
    st.sampled_from([*ALL, "null", "yes", "012", "1:30", "=", "2025-03-31"])
    | st.text(min_size=1, max_size=20)
).filter(
    lambda name: (
        control_character(name) is None
        and bool(name.strip())
        and name == name.strip()
        and not set(name) & set("\n\r")
    )
)
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Return a draft that a file can say, with names that try to be something else."""
    start = draw(DAYS)
    contracts = []
    for number in range(draw(st.integers(0, 3))):
        end = start + timedelta(days=draw(st.integers(0, 900)))
        values: Values = {
            "name": draw(NAMES),
            "vendor": draw(NAMES | st.none()),
            "start": start,
            "end": end,
            "notice_months": draw(st.none() | st.integers(0, 24)),
            "kind": draw(st.sampled_from(["multi_year", "single_year", None])),
            "note": draw(st.none() | NAMES),
        }
        contracts.append(DraftContract(f"{number:03}", values))
        start = end + timedelta(days=1)
    systems, units = [], []
    for name in draw(st.lists(st.sampled_from([*STATUTORY]), unique=True)):
        values = {"cutover": draw(st.none() | DAYS), "note": draw(st.none() | NAMES)}
        if draw(st.booleans()):
            systems.append(DraftSystem(name, values))
        for number in range(draw(st.integers(0, 2))):
            own = {key: draw(NAMES) for key in ("section", "vendor", "package")}
            row = tuple(each.id for each in contracts if draw(st.booleans()))
            units.append(DraftUnit(name, f"{name}-{number}", own, row))
    town: Values = {
        "name": draw(NAMES),
        "code": draw(st.sampled_from(["012345", None])),
    }
    return Draft(town, tuple(contracts), tuple(systems), tuple(units))


def told(values: Values) -> Values:
    """Return what is not empty."""
    return {key: value for key, value in values.items() if value is not None}


@given(draft=drafts(), style=st.sampled_from([JAPANESE, ENGLISH]))
def test_any_draft_is_read_back_as_it_was_told(draft: Draft, style: Style) -> None:
    """Names that would be code, numbers or markup come back as they were."""
    data, faults = new_systems_yaml(draft, style)
    assert [fault.message.into(ENGLISH) for fault in faults] == []
    back = draft_of(file_of(data))
    assert back.municipality == told(draft.municipality)
    assert back.contracts == tuple(
        DraftContract(each.id, told(each.values)) for each in draft.contracts
    )
    systems = {each.id: each.values for each in back.systems}
    for system in draft.systems:
        assert dict(told(system.values)).items() <= dict(systems[system.id]).items()
    assert sorted(back.units) == sorted(draft.units)
