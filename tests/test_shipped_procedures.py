"""The sample's work items against its sources (見本の作業項目)."""

from __future__ import annotations

from typing import Any

from tests.shipped import PROCEDURES, bare, marked, rows_of

# ref / name / phase / scope / min / max / actors (担当課, 推進課, 事業者) / after
# / starts early, drops out, waits; "?" marks what no source states.
ITEM_ROWS = """
1/推進体制の立ち上げ/planning/municipality/1/3/lead//early
2/現行システムの概要調査/planning/system/1/3/section lead vendor/1?/early
3/標準仕様との比較分析/planning/system/3/4/section lead/2?/early specification
4/移行計画作成/planning/procurement/2/2/section lead/3/early
5/ベンダに対する情報提供依頼(RFI)資料の作成/selection/procurement
/1/4/lead vendor/4?/early
6/RFIの実施/selection/procurement/1/4/lead vendor/5/early
7/RFI結果分析及び移行計画の詳細化/selection/procurement/1/3/section lead/6/
8/予算要求/selection/procurement/2/2/section lead/7/
9/ベンダ提案依頼(RFP)/selection/procurement/3/3/section lead vendor/8?/vendor_stays
10/ベンダ選定・決定/selection/procurement/1/2/section lead vendor/9/vendor_stays
11/契約・詳細スケジュール確定/selection/procurement/1/2/section lead vendor/10?/
12/特定個人情報保護評価(PIA)/selection/system/2/4/section/11?/no_assessment
13/システム移行時の設定/migration/system/2/4?/section lead vendor/12?/
14/データ移行/migration/system/4/6/lead vendor/12? 14c?/
14c/文字情報基盤文字への対応/migration/municipality/4/6?/lead vendor/2?/early
15/テスト・研修/migration/system/2/6/section lead vendor/13? 14? 16?/
16/次期システムに合わせた既存環境の設定変更/migration/system
/4/4/section lead vendor/11?/
17/条例・規則等改正/migration/system/4/4/section lead/11?/no_ordinance
"""


def _links(after: list[Any]) -> str:
    links = [link if isinstance(link, dict) else {"item": link} for link in after]
    return " ".join(marked(link["item"], link) for link in links)


def _flags(item: dict[str, Any]) -> str:
    early = "early" if item.get("early") else None
    flags = (early, item.get("drops_when"), item.get("waits_for"))
    return " ".join(flag for flag in flags if flag)


def test_items() -> None:
    """The 17 items and the characters have names, months, actors, links and flags."""
    items = PROCEDURES["items"]
    found = []
    for item in items:
        months = item["months"]
        ref = str(item.get("ref", item["number"]))
        named = [item[key] for key in ("name", "phase", "scope")]
        span = [str(months["min"]), marked(months["max"], months)]
        actors, links = " ".join(item["actors"]), _links(item.get("after", []))
        found.append([ref, *named, *span, actors, links, _flags(item)])
    assert found == rows_of(ITEM_ROWS)
    # The character part stands right after the item that it is a part of.
    assert [item["number"] for item in items] == [*range(1, 15), 14, 15, 16, 17]
    assert [item["part"] for item in items if "part" in item] == ["characters"]
    assert len({item["id"] for item in items}) == len(items) == 18
    assert all(item["name_en"] for item in items)


def test_variants() -> None:
    """
    Of the source's notes on durations only that of item 5 changes any month.

    That a full assessment takes a month longer is no note of the source: it is assumed.
    """
    items = PROCEDURES["items"]
    variants = {
        item["number"]: [bare(variant) for variant in item["variants"]]
        for item in items
        if "variants" in item
    }
    assert variants == {
        1: [{"when": "shared_cloud", "up_to": 3}],
        5: [{"when": "other_systems", "min": 3, "max": 4}],
        7: [{"when": "fine_procurement", "up_to": 2}],
        12: [{"when": "full_assessment", "min": 3, "max": 5, "assumed": True}],
        14: [{"when": "vendor_switch", "up_to": 6}],
    }
    conditions = {condition["id"] for condition in PROCEDURES["conditions"]}
    named = {each["when"] for held in variants.values() for each in held}
    assert conditions == named


def test_phases_and_cutover() -> None:
    """Three phases in order; the cutover waits for items 15 and 17 (assumed)."""
    phases = [phase["name"] for phase in PROCEDURES["phases"]]
    assert phases == ["計画立案", "システム選定", "導入・移行"]
    assert _links(PROCEDURES["cutover"]["after"]) == "15? 17?"


def test_cost_items() -> None:
    """The four cost items are the source's; what asks for them is assumed."""
    keys = ("id", "name", "items", "from_cutover", "assumed")
    costs = PROCEDURES["cost_items"]
    assert [[cost.get(key) for key in keys] for cost in costs] == [
        ["cleansing", "データクレンジング", [14], None, True],
        ["migration", "移行", [13, 14, 15], None, True],
        ["cloud", "クラウド利用", None, True, True],
        ["integration", "既存システム連携対応改修", [16], None, True],
    ]
    assert all(cost["source"] for cost in costs)
