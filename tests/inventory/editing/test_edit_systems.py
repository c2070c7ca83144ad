"""systems.yaml follows a draft, and keeps what people wrote (現況の更新)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdmig.inventory.draft import Draft, DraftContract, DraftSystem, DraftUnit
from stdmig.inventory.draft_of import draft_of
from stdmig.inventory.editing import Edited, edit_systems_yaml
from stdmig.inventory.read_systems import read_systems
from stdmig.inventory.source import Source
from stdmig.inventory.systems import SystemsFile
from stdmig.words import Style
from tests.helpers import ENGLISH, ROOT
from tests.inventory.editing.test_editor import changed_lines

TOWN = """\
schema: stdmig.systems/1
municipality: {name: 町, code: '012345'}   # who
contracts:
  # about c1
  - id: c1
    vendor: "甲社"
    start: R2.4.1   # first
    end: 2025-03
    source: 契約書
    assumed: true
  - {id: c2, start: 令和7年4月1日, end: 令和12年3月31日}

systems:
  - id: juki
    units:
      section: 市民課
      contract:
        start: 2020/4/1
        end: 2025/3/31

  - id: kojin
    deadline: 2026-03
    units:
      - section: 税務課
        policy: undecided
        contract: c1   # one

  - id: koseki
    applies: true
    units: [{section: 戸籍課, contract: [c1, c2]}, {id: k2, section: 支所}]
"""


def file_of(data: bytes) -> SystemsFile:
    """Return a file that reads without a fault."""
    _, file, faults = read_systems(Source("systems.yaml", data))
    assert faults == []
    assert file is not None
    return file


def edit(text: str, draft: Draft, removed: frozenset[str] = frozenset()) -> Edited:
    """Return a file after changes that can all be made."""
    source = Source("systems.yaml", text.encode())
    edited, faults = edit_systems_yaml(source, draft, removed, ENGLISH)
    assert [fault.message.into(ENGLISH) for fault in faults] == []
    assert edited is not None
    again, faults = edit_systems_yaml(
        Source("systems.yaml", edited.data), draft, frozenset(), ENGLISH
    )
    assert faults == []
    assert again == Edited(edited.data)
    return edited


def lines_of(draft: Draft, removed: frozenset[str] = frozenset()) -> tuple[str, str]:
    """Return the lines that went and came in the town's file."""
    new = edit(TOWN, draft, removed).data.decode()
    gone, come = changed_lines(TOWN, new)
    return "".join(gone), "".join(come)


def contract(name: str, **values: str | int | date | None) -> Draft:
    """Return a draft that speaks of one contract."""
    return Draft({}, (DraftContract(name, values),))


@pytest.mark.parametrize(
    "name", ["data/systems.yaml", "examples/designated-town/systems.yaml"]
)
def test_what_a_file_says_itself_changes_nothing(name: str) -> None:
    """A draft of the file leaves it byte for byte, in whatever shape it is."""
    data = (ROOT / name).read_bytes()
    for shape in (data, data.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + data.rstrip()):
        file = file_of(shape)
        edited, faults = edit_systems_yaml(Source(name, shape), draft_of(file))
        assert (edited, faults) == (Edited(shape), [])


def test_the_same_said_otherwise_is_no_change() -> None:
    """Days, numbers and defaults are compared as they read, not as they are written."""
    draft = Draft(
        {"name": " 町 ", "code": "012345", "population": None},
        (
            DraftContract("c1", {"start": date(2020, 4, 1), "end": date(2025, 3, 31)}),
            DraftContract("c2", {"kind": "multi_year", "end": "R12.3.31"}),
            DraftContract("juki", {"end": date(2025, 3, 31)}),
        ),
        (
            DraftSystem("juki", {"name": "住民基本台帳", "applies": "true"}),
            DraftSystem("kojin", {"deadline": date(2026, 3, 31)}),
        ),
        (
            DraftUnit("juki", None, {"policy": "undecided"}, ("juki",)),
            DraftUnit("kojin", None, {"policy": None}, ("c1",)),
            DraftUnit("koseki", "koseki/戸籍課", {}, ("c1", "c2")),
        ),
    )
    assert edit(TOWN, draft) == Edited(TOWN.encode())


@pytest.mark.parametrize(
    ("draft", "gone", "come"),
    [
        (
            contract("c1", start=date(2020, 5, 1)),
            "    start: R2.4.1   # first\n",
            "    start: R2.5.1   # first\n",
        ),
        (
            contract("c1", end=date(2026, 4, 30)),
            "    end: 2025-03\n",
            "    end: 2026-04\n",
        ),
        (
            contract("c1", end=date(2026, 4, 29)),
            "    end: 2025-03\n",
            "    end: 2026-04-29\n",
        ),
        (
            contract("c2", end=date(2019, 5, 1), start=date(2019, 5, 1)),
            "  - {id: c2, start: 令和7年4月1日, end: 令和12年3月31日}\n",
            "  - {id: c2, start: 令和元年5月1日, end: 令和元年5月1日}\n",
        ),
        (
            contract("juki", end=date(2026, 3, 31)),
            "        end: 2025/3/31\n",
            "        end: 2026/3/31\n",
        ),
        (
            contract("c1", vendor="a: b", notice_months=6, notice_given="R6.9.30"),
            '    vendor: "甲社"\n',
            '    vendor: "a: b"\n    notice_months: 6\n    notice_given: R6.9.30\n',
        ),
        (
            Draft({"code": None, "lead_section": "a, b"}),
            "municipality: {name: 町, code: '012345'}   # who\n",
            'municipality: {name: 町, lead_section: "a, b"}   # who\n',
        ),
    ],
    ids=["short", "month", "day", "long", "inline", "quotes", "brackets"],
)
def test_a_value_takes_the_spelling_of_the_old_one(
    draft: Draft, gone: str, come: str
) -> None:
    """A new day is written as the old one was, a text keeps its quotation marks."""
    if draft.contracts and draft.contracts[0].id == "c2":
        draft = draft._replace(
            units=(DraftUnit("koseki", "koseki/戸籍課", {}, ("c1",)),)
        )
        new = edit(TOWN, draft).data.decode()
        assert come in new
        assert "{section: 戸籍課, contract: c1}" in new
        return
    assert lines_of(draft) == (gone, come)


def test_contracts_of_a_unit_grow_and_shrink() -> None:
    """One id becomes a list, a list one id, and nothing a key."""
    draft = Draft(
        {},
        (),
        (),
        (
            DraftUnit("kojin", None, {}, ("c1", "c2")),
            DraftUnit("koseki", "koseki/戸籍課", {}, ("c2",)),
            DraftUnit("koseki", "k2", {}, ("c1",)),
        ),
    )
    assert lines_of(draft) == (
        "        contract: c1   # one\n"
        "    units: [{section: 戸籍課, contract: [c1, c2]}, {id: k2, section: 支所}]\n",
        "        contract: [c1, c2]   # one\n"
        "    units: [{section: 戸籍課, contract: c2},"
        " {id: k2, section: 支所, contract: c1}]\n",
    )


def test_a_contract_in_its_unit_is_never_lost() -> None:
    """What the file says nowhere else is changed by hand, the rest all the same."""
    draft = Draft(
        {"name": "市"}, (), (), (DraftUnit("juki", None, {"vendor": "乙"}, ("c1",)),)
    )
    source = Source("systems.yaml", TOWN.encode())
    edited, (fault,) = edit_systems_yaml(source, draft, frozenset(), ENGLISH)
    assert (fault.code, str(fault.location)) == ("STD025", "systems.yaml:18:9")
    assert fault.message.into(ENGLISH) == (
        "'contract' of 'Basic resident register (市民課)' cannot become 'c1' here:"
        " the contract that stands in the unit itself would be lost"
    )
    assert edited is not None
    assert [change.key for change in edited.changes] == ["name", "vendor"]


def test_new_entries_look_like_their_neighbours() -> None:
    """Contracts, units and systems come where they belong, indented as the others."""
    draft = Draft(
        {},
        (DraftContract("c3", {"name": "三", "start": date(2030, 4, 1)}),),
        (DraftSystem("inkan", {}), DraftSystem("zz", {"name": "図書"})),
        (
            DraftUnit("kojin", "k3", {"section": "支所"}, ("c3",)),
            DraftUnit("koseki", "k4", {"section": "出張所"}, ("c1", "c2")),
            DraftUnit("zz", None, {"section": "図書館"}),
        ),
    )
    gone, come = lines_of(draft)
    assert gone == (
        "      - section: 税務課\n"
        "    units: [{section: 戸籍課, contract: [c1, c2]}, {id: k2, section: 支所}]\n"
    )
    assert come == (
        "  - {id: c3, name: 三, start: 令和12年4月1日}\n"
        "      - id: kojin\n"
        "        section: 税務課\n"
        "      - id: k3\n"
        "        section: 支所\n"
        "        contract: c3\n"
        "    units: [{section: 戸籍課, contract: [c1, c2]}, {id: k2, section: 支所},"
        " {id: k4, section: 出張所, contract: [c1, c2]}]\n"
        "\n"
        "  - id: inkan\n"
        "    name: 印鑑登録\n"
        "\n"
        "  - id: zz\n"
        "    name: 図書\n"
        "    statutory: false\n"
        "    units:\n"
        "      - section: 図書館\n"
    )


def test_a_new_system_comes_where_the_law_has_it() -> None:
    """In a file in the law's order, a system comes behind the one before it there."""
    data = (ROOT / "data/systems.yaml").read_bytes()
    gone, stays = data.index(b"  - id: fuhyo"), data.index(b"  - id: senkyo")
    shorter = data[:gone] + data[stays:].partition(b"\nlinks:")[0] + b"\n"
    draft = Draft({}, (), (DraftSystem("fuhyo", {}),))
    edited, faults = edit_systems_yaml(Source("systems.yaml", shorter), draft)
    assert faults == []
    assert edited is not None
    new = b"  - id: fuhyo\n    name: " + "戸籍の附票\n\n".encode()
    assert edited.data == data[:gone] + new + shorter[gone:]


def test_removed_units_take_nothing_else_along() -> None:
    """A unit goes; its system stays, and who stays beside it keeps the id it had."""
    gone, come = lines_of(Draft({}), frozenset({"k2", "kojin"}))
    assert gone == (
        "    units:\n      - section: 税務課\n        policy: undecided\n"
        "        contract: c1   # one\n"
        "    units: [{section: 戸籍課, contract: [c1, c2]}, {id: k2, section: 支所}]\n"
    )
    assert come == (
        "    units: []\n"
        "    units: [{id: koseki/戸籍課, section: 戸籍課, contract: [c1, c2]}]\n"
    )


def test_changes_tell_what_was_and_is_and_what_to_look_at() -> None:
    """A change names its subject, both values, its place, and what still stands."""
    edited = edit(TOWN, contract("c1", end=date(2026, 3, 31), note="見た"))
    first, second = edited.changes
    assert first[1:5] == (("c1", None), "end", "2025-03", "2026-03")
    assert str(first.location) == "systems.yaml:8:10"
    assert first.remark is not None
    assert first.remark.into(ENGLISH) == (
        "this was said of the old value and still stands there:"
        " source: 契約書, assumed: true; check it"
    )
    assert (second.key, second.before, second.remark) == ("note", None, None)


def test_what_would_break_the_file_is_not_written() -> None:
    """A last day before the first one is said, with the line as it would be."""
    source = Source("systems.yaml", TOWN.encode())
    draft = contract("c1", end=date(2019, 3, 31))
    edited, (fault,) = edit_systems_yaml(source, draft, frozenset(), ENGLISH)
    assert edited is None
    assert fault.message.into(ENGLISH) == (
        "the file would be at fault: the last day 2019-03-31 lies before the first day"
        " 2020-04-01"
    )
    assert fault.help is not None
    assert fault.help.into(ENGLISH) == (
        "its line 8 would read: end: 2019-03; the columns of the list that are meant:"
        " Contract end"
    )


WORDS = st.sampled_from(["x", "null", "a: b", "012", "- c", "'\"", "税務課", "{", "#"])


@settings(max_examples=30)
@given(draw=st.data(), crlf=st.booleans())
def test_any_draft_of_a_file_is_followed_and_then_rests(
    draw: st.DataObject, crlf: bool
) -> None:
    """Values changed at random are read back; a second run changes nothing."""
    names = [TOWN.encode()]
    names += [(ROOT / "data/systems.yaml").read_bytes()]
    names += [(ROOT / "examples/designated-town/systems.yaml").read_bytes()]
    data = draw.draw(st.sampled_from(names))
    data = data.replace(b"\n", b"\r\n") if crlf else data
    draft = draft_of(file_of(data))
    units = tuple(
        unit._replace(
            values={
                **unit.values,
                **draw.draw(
                    st.dictionaries(
                        st.sampled_from(["section", "vendor", "package", "name"]),
                        WORDS,
                        max_size=1,
                    )
                ),
            }
        )
        for unit in draft.units
    )
    days = st.dates(date(2026, 4, 1), date(2029, 3, 31))
    systems = tuple(
        system._replace(values={**system.values, "cutover": draw.draw(days)})
        for system in draft.systems[:4]
    )
    wanted = draft._replace(units=units, systems=systems + draft.systems[4:])
    edited, faults = edit_systems_yaml(Source("x", data), wanted, style=Style("ja"))
    assert faults == []
    assert edited is not None
    again = draft_of(file_of(edited.data))
    assert [each.values for each in again.units] == [each.values for each in units]
    assert again.systems == wanted.systems
    assert again.contracts == draft.contracts
    gone, come = changed_lines(data.decode(), edited.data.decode())
    assert len(come) <= len(edited.changes)
    assert len(gone) <= len(edited.changes)
    if crlf:
        assert edited.data.count(b"\n") == edited.data.count(b"\r\n")
    rest, _ = edit_systems_yaml(Source("x", edited.data), wanted)
    assert rest == Edited(edited.data)
