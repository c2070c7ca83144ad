"""The sample, row by row against the tables of its sources (見本と出典)."""

from __future__ import annotations

import csv

import pytest

from tests.shipped import DAYS, PROCEDURES, ROOT, SYSTEMS


def _sheet(name: str) -> list[dict[str, str]]:
    """Return a table of the sources, or skip where they do not stand beside us."""
    found = sorted(ROOT.parent.glob(f"*/facts/{name}"))
    if not found:
        pytest.skip(f"{name} of the sources does not stand beside this repository")
    with found[0].open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_inventory_of_the_sources() -> None:
    """Each of the 20 rows of the source's inventory is a unit of the sample."""
    groups = {group["id"]: group for group in SYSTEMS["specifications"]}
    contracts = {contract["id"]: contract for contract in SYSTEMS["contracts"]}
    found = {}
    for system in SYSTEMS["systems"]:
        group = groups[system["specification"]]
        for unit in system["units"]:
            contract = contracts[unit["contract"]]
            found[unit["section"], unit["name"]] = {
                "canonical": system["name"],
                "vendor": unit["vendor"],
                "package": unit["package"],
                "contract_start": DAYS[contract["start"]].isoformat(),
                "contract_end": DAYS[contract["end"]].isoformat(),
                "single_year": str(int(contract["kind"] == "single_year")),
                "spec_group_canonical": group["name"].removesuffix("グループ"),
                # The sources know a summer, the sample its last month.
                "spec_published": group["published"].replace("-08", "-summer"),
                "vendor_policy": {
                    "undecided": "未定",
                    "national": "国提供の国民健康保険事務処理システムを採用",
                }[unit["policy"]],
                "related_systems": "".join(unit.get("related", [])),
            }
    rows = _sheet("inventory.csv")
    assert len(rows) == len(found) == 20
    for row in rows:
        unit = found[row["section"], row["system_name"]]
        assert unit == {key: row[key] for key in unit}, row["system_name"]


def test_work_items_of_the_sources() -> None:
    """Each of the 17 rows of the source's work items is an item of the sample."""
    phases = {phase["id"]: phase["name"] for phase in PROCEDURES["phases"]}
    marks = {"section": "tanto_ka", "lead": "suishin_ka", "vendor": "vendor_mark"}
    rows = _sheet("workitems.csv")
    items = [item for item in PROCEDURES["items"] if "part" not in item]
    for item, row in zip(items, rows, strict=True):
        months = item["months"]
        assert item["name"] == row["name"]
        assert phases[item["phase"]] == row["phase"]
        # A duration that the source does not state is assumed, and no other is.
        assert months.get("assumed", False) == (row["min_months"] == "")
        if not months.get("assumed"):
            assert str(months["min"]) == row["min_months"]
            assert str(months["max"]) == row["max_months"]
        acting = {actor for actor, column in marks.items() if row[column] == "1"}
        assert set(item["actors"]) == acting
        assert str(item["number"]) == row["no"]
        drops = row["skip_if_no_vendor_switch"] == "1"
        assert (item.get("drops_when") == "vendor_stays") == drops
        assert item.get("early", False) == (row["start_early"] == "1")


def test_links_of_the_sources() -> None:
    """Each row of the source's links is one of the sample, and as sure as there."""
    found = {}
    for link in SYSTEMS["links"]:
        receiver = link.get("to") or f"COMMON:{link['to_outside']}"
        found[link["from"], receiver] = bool(link.get("assumed"))
    rows = _sheet("links.csv")
    assert found == {
        (row["from"], row["to"]): row["confidence"] == "inferred" for row in rows
    }
    assert len(found) == len(rows) == len(SYSTEMS["links"])


def test_online_procedures_of_the_sources() -> None:
    """Each row of the source's procedures is one of the sample, with its systems."""
    rows = _sheet("procedures.csv")
    for each, row in zip(SYSTEMS["online_procedures"], rows, strict=True):
        assert (each["name"], each["section"], each["area"]) == (
            *(row["procedure"], row["owner_section"], row["area"]),
        )
        outside = [f"(20業務の外: {each['outside']})"] if "outside" in each else []
        assert [*outside, *each["systems"]] == row["systems"].split(";")
        assert row["no"] in (str(each["id"]), "28")
