"""A list as most are, for tests (試験用の一覧)."""

from __future__ import annotations

from tests.intake.sheets import Given

HEAD = ("業務名", "システム名", "担当課", "事業者", "パッケージ", "契約期間", "備考")
ROW = ("戸籍", "戸籍総合", "町民課", "甲社", "戸籍ネオ", "R2.4.1～R7.3.31", None)


def usual_row(**changed: Given) -> tuple[Given, ...]:
    """Return the row above with some of its cells changed."""
    names = ("business", "name", "section", "vendor", "package", "period", "note")
    return tuple(changed.get(name, cell) for name, cell in zip(names, ROW, strict=True))


PERIOD = "R2.4.1～R7.3.31"
