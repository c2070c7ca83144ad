"""The sample's systems and contracts against its sources (見本の業務と契約)."""

from __future__ import annotations

from collections import Counter

from tests.shipped import DAYS, SYSTEMS, bare, marked, rows_of

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


def test_municipality() -> None:
    """The city is named with its code; what no source states is left out."""
    city = bare(SYSTEMS["municipality"])
    assert (city["name"], city["name_en"]) == ("姶良市", "Aira City")
    assert (city["code"], city["lead_section"]) == ("462250", "デジタル行政推進課")
    assert len(city) == 4
    assert SYSTEMS["municipality"]["source"]


def test_specifications() -> None:
    """The two summers are read as the end of August and marked as assumed."""
    groups = SYSTEMS["specifications"]
    assert [marked(f"{each['name']} {each['published']}", each) for each in groups] == [
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
        assert bare(contract).keys() == keys
        assert contract["source"]
        days = [DAYS[contract[key]].isoformat() for key in ("start", "end")]
        names = [contract[key] for key in ("id", "name", "vendor")]
        found.append([*names, *days, contract["kind"]])
    assert found == rows_of(CONTRACTS)


def test_systems() -> None:
    """The 20 systems of the law stand in order, with group and ministry."""
    keys = ("id", "name", "name_en", "specification", "ministry")
    found = [[system[key] for key in keys] for system in SYSTEMS["systems"]]
    assert found == rows_of(SYSTEM_ROWS)
    # 17 of the city's plan: 1 leading, 7 first, 9 second; 印鑑登録 joins the first,
    # 戸籍 and 戸籍の附票 the second.
    groups = Counter(row[3] for row in found)
    assert groups == {"leading": 1, "first": 8, "second": 11}


def test_units() -> None:
    """The 20 units have section, name, vendor, package, policy and related systems."""
    contracts = {row[0]: row for row in rows_of(CONTRACTS)}
    found = []
    for unit in [unit for system in SYSTEMS["systems"] for unit in system["units"]]:
        named = [unit[key] for key in ("id", "section", "name", "contract", "policy")]
        found.append([*named, "".join(unit.get("related", []))])
        # Contract, package and vendor go together in every row of the source.
        _, package, vendor, *_ = contracts[unit["contract"]]
        assert (unit["package"], unit["vendor"]) == (package, vendor), unit["id"]
        assert "procurement" not in unit, unit["id"]
    assert found == rows_of(UNIT_ROWS)
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
        system["id"]: marked(system["assessment"]["level"], system["assessment"])
        for system in SYSTEMS["systems"]
        if "assessment" in system
    }
    assert found == {"inkan": "none?", "senkyo": "none?"}
