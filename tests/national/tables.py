"""Tables in the shape of the government's, of towns that do not exist (架空の統計)."""

from __future__ import annotations

from pathlib import Path

SYSTEMS = (
    *("住民記録", "選挙人名簿管理", "固定資産税", "個人住民税", "法人住民税"),
    *("軽自動車税", "就学", "国民年金", "国民健康保険", "後期高齢者医療", "介護保険"),
    *("障害者福祉", "生活保護", "健康管理", "児童手当", "児童扶養手当"),
    *("子ども・子育て支援", "戸籍", "戸籍附票", "印鑑登録"),
)
"""The columns of the rates, in the order of the table."""

DESIGNATED = """\
code,prefecture,city,category,applicable_count,businesses
010000,甲県,,都道府県,2,生活保護;共通機能
010014,甲県,あ市,一般市,3,住民基本台帳;戸籍の附票;共通機能
020028,乙県,あ市,町,1,住民基本台帳
"""


def write_tables(folder: Path, *, designated: str = DESIGNATED) -> Path:
    """
    Write both tables: three towns with 34, 40 and 0 to 38 of 40 steps.

    Two of them have the same name; the one between has no code in either table.
    """
    rates = [
        ["甲県", "あ市", *["0.85"] * 20],
        ["甲県", "い町", *["1.0"] * 20],
        ["乙県", "あ市", *(str(number * 2 / 40) for number in range(20))],
    ]
    rows = [
        ",".join([*row[:2], str(sum(map(float, row[2:])) / 20), *row[2:]])
        for row in rates
    ]
    head = ",".join(["prefecture", "city", "overall_rate", *SYSTEMS])
    folder.mkdir(parents=True, exist_ok=True)
    told = "\n".join([head, *rows, ""])
    (folder / "step_rates_2026-01.csv").write_text(told, encoding="utf-8-sig")
    (folder / "designated_2025-12.csv").write_text(designated, encoding="utf-8-sig")
    return folder
