"""Bridges, packages in parts and procedures to test again, counted by hand (連携)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from stdmig.schedule import assumptions, bridges, package_splits, retests
from tests.helpers import ENGLISH, ROOT
from tests.rules.planned import planned, sample

if TYPE_CHECKING:
    from stdmig.schedule import BridgeGroup, Plan, Retest

TWO_WAVES = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - {id: juki, units: [{section: 市民課, package: 総合}]}
  - {id: kojin, cutover: 2026-01-05, units: [{section: 税務課, package: 総合}]}
  - {id: jidoteate, units: [{section: 子育て課}]}
  - {id: kaigo, cutover: 2026-01-05, units: [{section: 長寿課}]}
links:
  - {from: kojin, to: jidoteate, data: 所得, assumed: true}
  - {from: juki, to: "*", data: 宛名}
  - {from: kojin, to: kaigo, data: 課税, assumed: true}
  - {from: kaigo, to: juki, data: 資格}
online_procedures:
  - {id: 1, name: 認定請求, section: 子育て課, systems: [jidoteate, juki, kojin]}
  - {id: 2, name: 要介護認定, section: 長寿課, systems: kaigo, assumed: true}
  - {id: 3, name: 罹災証明, section: 危機管理課, systems: juki, outside: 被災者支援}
  - {id: 4, name: 現況届, section: 子育て課, systems: jidoteate}
"""
"""住民基本台帳 and 児童手当 go on 2025-10-01, 個人住民税 and 介護保険 on 2026-01-05."""

FIRST, SECOND = date(2025, 10, 1), date(2026, 1, 5)


def _plan(systems: str = TWO_WAVES) -> Plan:
    return planned(systems, planning="{cutover: 2025-10-01}").plan


def _told(group: BridgeGroup) -> list[tuple[str, str, list[str]]]:
    """Return who goes first and second in each bridge, and what it carries."""
    return [
        (
            bridge.first.id,
            bridge.second.id,
            [
                f"{flow.giver.id}-{flow.receiver.id} {flow.link.data}"
                for flow in bridge.flows
            ],
        )
        for bridge in group.bridges
    ]


def _tests(found: tuple[Retest, ...]) -> list[tuple[str, str, list[str]]]:
    return [
        (str(each.day), each.section, [one.id for one in each.procedures])
        for each in found
    ]


def test_two_waves_are_one_group_with_a_bridge_per_pair() -> None:
    """Links to all are counted with the others, in either direction, within no wave."""
    (group,) = bridges(_plan())
    assert (group.first_day, group.second_day) == (FIRST, SECOND)
    # 31 + 30 + 31 + 4 days, from the first cutover to the eve of the second.
    assert (group.start, group.end, group.days) == (FIRST, date(2026, 1, 4), 96)
    assert _told(group) == [
        ("juki", "kojin", ["juki-kojin 宛名"]),
        ("juki", "kaigo", ["juki-kaigo 宛名", "kaigo-juki 資格"]),
        ("jidoteate", "kojin", ["kojin-jidoteate 所得"]),
    ]
    assert [system.id for system in group.first_systems] == ["juki", "jidoteate"]
    assert [system.id for system in group.second_systems] == ["kojin", "kaigo"]
    assert [flow.place for flow in group.flows] == [0, 1, 1, 3]


def test_links_of_a_system_that_does_not_apply_carry_nothing() -> None:
    """Where 児童手当 is not handled its link is passed over, the others are not."""
    without = TWO_WAVES.replace(
        "{id: jidoteate,", "{id: jidoteate, applies: false, reason: 無,"
    )
    without = without.replace(
        "from: kojin, to: jidoteate", "from: jidoteate, to: kojin"
    )
    (group,) = bridges(_plan(without))
    assert _told(group) == [
        ("juki", "kojin", ["juki-kojin 宛名"]),
        ("juki", "kaigo", ["juki-kaigo 宛名", "kaigo-juki 資格"]),
    ]


def test_bridges_of_one_system() -> None:
    """A system sees the bridges that end at it, and no others."""
    (group,) = bridges(_plan(), ["jidoteate"])
    assert _told(group) == [("jidoteate", "kojin", ["kojin-jidoteate 所得"])]
    assert bridges(_plan(), []) == ()


def test_the_sample_needs_no_bridge() -> None:
    """In the sample all 20 systems go on one day, its 35 links notwithstanding."""
    plan = sample().plan
    assert len(plan.inventory.file.links) == 35
    assert bridges(plan) == ()
    assert package_splits(plan) == ()


def test_the_sample_with_one_tax_later() -> None:
    """
    個人住民税 three months after all else needs a bridge with 12 other systems.

    It is linked with 住民基本台帳 (twice: its own link and the one to all), 介護保険
    (both ways), 国民健康保険, 後期高齢者医療, 健康管理, 就学, 児童手当, 児童扶養手当,
    子ども・子育て支援, 障害者福祉, 国民年金 and 生活保護: 12 systems, 14 links.
    """
    written = (ROOT / "data" / "systems.yaml").read_text(encoding="utf-8")
    begins = "\n  - id: kojin\n"
    later = written.replace(begins, f"{begins}    cutover: 2026-01-05\n")
    (group,) = bridges(sample(later).plan)
    assert {bridge.first.id for bridge in group.bridges} == {
        *("juki", "kaigo", "kokuho", "koki", "kenko", "shugaku", "jidoteate"),
        *("jifu", "kodomo", "shogai", "nenkin", "seiho"),
    }
    assert len(group.flows) == 14


def test_a_package_in_two_waves() -> None:
    """A package is split by the days of its systems."""
    (split,) = package_splits(_plan())
    assert (split.package, split.vendor) == ("総合", None)
    assert [(part.day, [each.id for each in part.systems]) for part in split.days] == [
        (FIRST, ["juki"]),
        (SECOND, ["kojin"]),
    ]


def test_procedures_are_tested_at_every_cutover_that_they_touch() -> None:
    """The claim touches systems of both waves, so it is tested twice."""
    assert _tests(retests(_plan())) == [
        ("2025-10-01", "子育て課", ["1", "4"]),
        ("2025-10-01", "危機管理課", ["3"]),
        ("2026-01-05", "子育て課", ["1"]),
        ("2026-01-05", "長寿課", ["2"]),
    ]


def test_procedures_of_one_system() -> None:
    """A system's cutover has the procedures that touch it, whoever owns them."""
    assert _tests(retests(_plan(), ["kojin"])) == [("2026-01-05", "子育て課", ["1"])]
    assert _tests(retests(_plan(), ["kaigo"], "子育て課")) == [
        ("2025-10-01", "子育て課", ["1", "4"]),
        ("2026-01-05", "子育て課", ["1"]),
        ("2026-01-05", "長寿課", ["2"]),
    ]


def test_inferred_links_under_bridges_are_one_assumption() -> None:
    """Of two inferred links one crosses the waves; it is counted, with its place."""
    (found,) = [each for each in assumptions(_plan()) if each.id == "system-links"]
    assert found.text.into(ENGLISH) == (
        "bridges carry 1 link between systems that is inferred"
    )
    assert str(found.location) == "systems.yaml:9:5"
    assert found.tasks == ()


def test_without_bridges_no_link_is_assumed() -> None:
    """Where everything goes on one day, nothing leans on a link."""
    together = TWO_WAVES.replace("cutover: 2026-01-05, ", "")
    assert "system-links" not in {each.id for each in assumptions(_plan(together))}
