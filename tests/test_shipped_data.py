"""The packaged sample held against the figures of its sources (見本のデータ)."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
SCHEMAS = {
    "systems.yaml": "stdmig.systems/1",
    "procedures.yaml": "stdmig.procedures/1",
    "schedule_template.yaml": "stdmig.template/1",
}


def _read(name: str) -> Any:
    """Return a file of the sample as a reader other than the product's sees it."""
    return yaml.safe_load((ROOT / "data" / name).read_bytes())


SYSTEMS, PROCEDURES, TEMPLATE = map(_read, SCHEMAS)

# Converted by hand: 令和 n 年 is 2018 + n, and its first year is written 元年.
DAYS = {
    "令和元年10月1日": date(2019, 10, 1),
    "令和2年4月1日": date(2020, 4, 1),
    "令和3年4月1日": date(2021, 4, 1),
    "令和4年3月31日": date(2022, 3, 31),
    "令和6年9月30日": date(2024, 9, 30),
    "令和7年3月31日": date(2025, 3, 31),
}

ACROCITY = "アクロシティ住民情報システム"

# id / name and package / vendor / first day / last day / kind
CONTRACTS = """
acrocity/アクロシティ住民情報システム/行政システム九州 株式会社 鹿児島支店
/2019-10-01/2024-09-30/multi_year
welplus/Wel+/行政システム九州 株式会社 鹿児島支店/2019-10-01/2024-09-30/multi_year
kenko/健康管理システム/(株)南日本情報処理センター/2020-04-01/2025-03-31/multi_year
seiho/生活保護システム/北日本コンピューターサービス(株)
/2021-04-01/2022-03-31/single_year
"""

# id / name / English name / group of the specification / ministry of today
SYSTEM_ROWS = """
juki/住民基本台帳/Basic resident register/leading/総務省
inkan/印鑑登録/Seal registration/first/総務省
koseki/戸籍/Family register/second/法務省
fuhyo/戸籍の附票/Supplementary family register/second/総務省
senkyo/選挙人名簿管理/Electoral roll/second/総務省
kojin/個人住民税/Individual resident tax/first/総務省
hojin/法人住民税/Corporate resident tax/first/総務省
kotei/固定資産税/Fixed asset tax/first/総務省
keiji/軽自動車税/Light vehicle tax/first/総務省
shugaku/就学/School attendance/first/文部科学省
kenko/健康管理/Health management/second/厚生労働省・こども家庭庁
jifu/児童扶養手当/Child rearing allowance/second/こども家庭庁
seiho/生活保護/Public assistance/second/厚生労働省
shogai/障害者福祉/Disability welfare/first/厚生労働省
kaigo/介護保険/Long-term care insurance/first/厚生労働省
kokuho/国民健康保険/National health insurance/second/厚生労働省
koki/後期高齢者医療/Medical care for the late-stage elderly/second/厚生労働省
nenkin/国民年金/National pension/second/厚生労働省
jidoteate/児童手当/Child allowance/second/こども家庭庁
kodomo/子ども・子育て支援/Child and childcare support/second/こども家庭庁
"""

# unit / section / name / contract / policy / related system
UNIT_ROWS = f"""
juki/市民課/住民記録システム/acrocity/undecided/戸籍システム
senkyo/選挙管理委員会/選挙人名簿管理システム/acrocity/undecided/POROBONO選挙管理システム
kojin/税務課/個人住民税基幹業務系システム/acrocity/undecided/税務LAN
hojin/税務課/法人住民税基幹業務系システム/acrocity/undecided/
kotei/税務課/固定資産税基幹業務系システム/acrocity/undecided/
keiji/税務課/軽自動車税基幹業務系システム/acrocity/undecided/
shugaku/学校教育課/就学に係る業務支援システム/acrocity/undecided/
kenko/健康増進課/健康管理に係る業務支援システム/kenko/undecided/
jifu/子どもみらい課/児童扶養手当に係る業務支援システム/welplus/undecided/{ACROCITY}
seiho/社会福祉課/生活保護に係る業務支援システム/seiho/undecided/
shogai/長寿・障害福祉課/障害者福祉に係る業務支援システム/welplus/undecided/{ACROCITY}
kaigo-zeimu/税務課/介護保険料基幹業務系システム/acrocity/undecided/
kaigo-choju/長寿・障害福祉課/介護保険に係る業務支援システム/acrocity/undecided/
kokuho-zeimu/税務課/国民健康保険税基幹業務系システム/acrocity/national/
kokuho-hoken/保険年金課/国民健康保険に係る業務支援システム/acrocity/national/
koki-zeimu/税務課/後期高齢者医療保険料基幹業務系システム/acrocity/undecided/標準システム
koki-hoken/保険年金課/後期高齢者医療保険に係る業務支援システム
/acrocity/undecided/標準システム
nenkin/保険年金課/国民年金に係る業務支援システム/acrocity/undecided/
jidoteate/子どもみらい課/児童手当に係る業務支援システム/welplus/undecided/{ACROCITY}
kodomo/子どもみらい課/子ども・子育て支援に係る業務支援システム
/welplus/undecided/{ACROCITY}
"""

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


def _rows(table: str) -> list[list[str]]:
    """Return the rows of a table above; a line that begins with / goes on a row."""
    return [line.split("/") for line in table.strip().replace("\n/", "/").split("\n")]


def _marked(value: object, fact: dict[str, Any]) -> str:
    """Return a value, with the "?" of the tables where its fact is assumed."""
    return f"{value}?" if fact.get("assumed") else str(value)


def _links(after: list[Any]) -> str:
    links = [link if isinstance(link, dict) else {"item": link} for link in after]
    return " ".join(_marked(link["item"], link) for link in links)


def _bare(fact: dict[str, Any]) -> dict[str, Any]:
    """Return a mapping without the prose that may stand in any."""
    return {key: fact[key] for key in fact if key not in ("source", "note")}


def _flags(item: dict[str, Any]) -> str:
    early = "early" if item.get("early") else None
    flags = (early, item.get("drops_when"), item.get("waits_for"))
    return " ".join(flag for flag in flags if flag)


@pytest.mark.parametrize("name", SCHEMAS)
def test_files_are_plain(name: str) -> None:
    """UTF-8 that CP932 can hold too, LF, no byte order mark, tabs, anchors or tags."""
    data = (ROOT / "data" / name).read_bytes()
    text = data.decode("utf-8")
    assert text.encode("cp932").decode("cp932") == text
    assert text[-1] == "\n"
    assert not set(text) & set("\ufeff\r\t")
    for event in yaml.parse(text):
        assert not isinstance(event, yaml.AliasEvent), event
        assert getattr(event, "anchor", None) is None, event
        assert getattr(event, "tag", None) is None, event
    assert _read(name)["schema"] == SCHEMAS[name]


def test_municipality() -> None:
    """The city is named with its code; what no source states is left out."""
    city = _bare(SYSTEMS["municipality"])
    assert (city["name"], city["name_en"]) == ("姶良市", "Aira City")
    assert (city["code"], city["lead_section"]) == ("462250", "デジタル行政推進課")
    assert len(city) == 4
    assert SYSTEMS["municipality"]["source"]


def test_specifications() -> None:
    """The two summers are read as the end of August and marked as assumed."""
    groups = SYSTEMS["specifications"]
    assert [
        _marked(f"{each['name']} {each['published']}", each) for each in groups
    ] == [
        "先行 2020-09",
        "第1グループ 2021-08?",
        "第2グループ 2022-08?",
    ]
    assert [group["id"] for group in groups] == ["leading", "first", "second"]


def test_contracts() -> None:
    """Four contracts with the dates of the source, in eras; no fee is invented."""
    keys = {"id", "name", "vendor", "start", "end", "kind"}
    found = []
    for contract in SYSTEMS["contracts"]:
        assert _bare(contract).keys() == keys
        assert contract["source"]
        days = [DAYS[contract[key]].isoformat() for key in ("start", "end")]
        names = [contract[key] for key in ("id", "name", "vendor")]
        found.append([*names, *days, contract["kind"]])
    assert found == _rows(CONTRACTS)


def test_systems() -> None:
    """The 20 systems of the law stand in order, with group and ministry."""
    keys = ("id", "name", "name_en", "specification", "ministry")
    found = [[system[key] for key in keys] for system in SYSTEMS["systems"]]
    assert found == _rows(SYSTEM_ROWS)
    # 17 of the city's plan: 1 leading, 7 first, 9 second; 印鑑登録 joins the first,
    # 戸籍 and 戸籍の附票 the second.
    groups = Counter(row[3] for row in found)
    assert groups == {"leading": 1, "first": 8, "second": 11}


def test_units() -> None:
    """The 20 units have section, name, vendor, package, policy and related systems."""
    contracts = {row[0]: row for row in _rows(CONTRACTS)}
    found = []
    for unit in [unit for system in SYSTEMS["systems"] for unit in system["units"]]:
        named = [unit[key] for key in ("id", "section", "name", "contract", "policy")]
        found.append([*named, "".join(unit.get("related", []))])
        # Contract, package and vendor go together in every row of the source.
        _, package, vendor, *_ = contracts[unit["contract"]]
        assert (unit["package"], unit["vendor"]) == (package, vendor), unit["id"]
        assert "procurement" not in unit, unit["id"]
    assert found == _rows(UNIT_ROWS)
    covered = {"acrocity": 14, "welplus": 4, "kenko": 1, "seiho": 1}
    assert Counter(row[3] for row in found) == covered
    assert Counter(row[4] for row in found) == {"undecided": 18, "national": 2}


def test_units_belong_to_their_system() -> None:
    """Three systems have two units, three have none and say so, the rest one."""
    for system in SYSTEMS["systems"]:
        ids = [unit["id"] for unit in system["units"]]
        if system["id"] in {"kokuho", "kaigo", "koki"}:
            assert {name.split("-")[0] for name in ids} == {system["id"]}
            assert len(ids) == 2
        elif system["id"] in {"inkan", "koseki", "fuhyo"}:
            assert ids == []
            assert system["note"] == "計画に業務システムの記載がない。"
        else:
            assert ids == [system["id"]]


def test_assessments() -> None:
    """Only two systems do without an assessment, and both are assumptions."""
    found = {
        system["id"]: _marked(system["assessment"]["level"], system["assessment"])
        for system in SYSTEMS["systems"]
        if "assessment" in system
    }
    assert found == {"inkan": "none?", "senkyo": "none?"}


def test_items() -> None:
    """The 17 items and the characters have names, months, actors, links and flags."""
    items = PROCEDURES["items"]
    found = []
    for item in items:
        months = item["months"]
        ref = str(item.get("ref", item["number"]))
        named = [item[key] for key in ("name", "phase", "scope")]
        span = [str(months["min"]), _marked(months["max"], months)]
        actors, links = " ".join(item["actors"]), _links(item.get("after", []))
        found.append([ref, *named, *span, actors, links, _flags(item)])
    assert found == _rows(ITEM_ROWS)
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
        item["number"]: [_bare(variant) for variant in item["variants"]]
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


def test_calendar() -> None:
    """The deadline is stated, the choices are the sample's, the window is a guess."""
    assert _bare(TEMPLATE["deadline"]) == {"date": date(2026, 3, 31)}
    assert _bare(TEMPLATE["planning"]) == {
        "as_of": date(2021, 10, 1),
        "cutover": date(2025, 10, 1),
        "durations": "maximum",
        "conditions": [],
        "budgets": {
            "supplementary": ["june", "september", "december", "march"],
            "debt_obligation": True,
            "zero_debt": False,
        },
        "rfp_after": "request",
    }
    window = {"from": "09-01", "until": "10-31", "assumed": True}
    assert _bare(TEMPLATE["budget"]["request"]) == window


def test_no_closed_dates() -> None:
    """The turn of the year is the law's; a town's own dates do not ship."""
    assert list(TEMPLATE["calendar"]) == ["year_end"]
    turn = _bare(TEMPLATE["calendar"]["year_end"])
    assert turn == {"from": "12-29", "until": "01-03"}


def test_blackouts_of_the_sources() -> None:
    """Every month and day of the table of busy seasons is a black-out, and no other."""
    stated: dict[str, set[str]] = {}
    inferred: dict[str, set[str]] = {}
    for each in TEMPLATE["blackouts"]:
        held = stated if each["confidence"] == "stated" else inferred
        named = {str(when) for when in each.get("months", []) + each.get("days", [])}
        held.setdefault(each["system"], set()).update(named)
        # What a source states names it; a guess says where it is from.
        assert ("source" in each) == (each["confidence"] == "stated"), each
        assert "source" in each or "note" in each, each
        assert each.get("either_side", 0) == (each["system"] == "senkyo")
    assert stated == {
        "juki": {"3", "4"},
        "senkyo": {"03-01", "06-01", "09-01", "12-01"},
        # Only the beginning has a source of its own; the notices are due by law.
        "kojin": {"2", "3", "4", "5", "6"},
        "jifu": {"8"},
        "kokuho": {"6", "7", "8"},
        "koki": {"7", "8"},
        "jidoteate": {"6"},
    }
    for row in _sheet("blackout.csv"):
        name = row["id"]
        if name != "senkyo":
            months = {part for part in row["avoid_months"].split(";") if part.isdigit()}
            listed = stated.get(name, set()) | inferred.get(name, set())
            # Payments in even and odd months are the municipality's own closed dates.
            assert listed == months, name
        assert (name in stated) == row["confidence"].startswith("stated"), name


def test_milestones() -> None:
    """Five milestones follow a work item, and the last is the cutover."""
    keys = ("id", "name", "item", "date", "cutover")
    assert [[each.get(key) for key in keys] for each in TEMPLATE["milestones"]] == [
        ["policy", "方針決定", 7, "finish", None],
        ["rfi", "RFI結果分析", 7, "finish", None],
        ["budget", "予算要求", 8, "finish", None],
        ["contract", "契約", 11, "finish", None],
        ["data-migration", "データ移行開始", 14, "start", None],
        ["cutover", "稼働", None, None, True],
    ]


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


def test_links() -> None:
    """35 links: 19 are stated with their source, 16 inferred with the reason."""
    links = SYSTEMS["links"]
    assumed = [link for link in links if link.get("assumed")]
    stated = [link for link in links if not link.get("assumed")]
    assert (len(stated), len(assumed)) == (19, 16)
    assert all(link["source"] for link in stated)
    assert all(link["note"] and "source" not in link for link in assumed)
    assert [link["data"] for link in links if link.get("to") == "*"] == ["宛名"]
    assert [link["to_outside"] for link in links if "to" not in link] == [
        "団体内統合宛名"
    ]


def test_online_procedures() -> None:
    """27 procedures of four areas and moving; which systems they touch is inferred."""
    procedures = SYSTEMS["online_procedures"]
    assert Counter(each["area"] for each in procedures) == {
        "子育て": 15,
        "介護": 11,
        "被災者支援": 1,
        "転入・転出": 1,
    }
    assert Counter(each["section"] for each in procedures) == {
        "子どもみらい課": 14,
        "健康増進課": 1,
        "長寿・障害福祉課": 11,
        "危機管理課": 1,
        "市民課": 1,
    }
    assert all(each["assumed"] and each["name_en"] for each in procedures)


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
