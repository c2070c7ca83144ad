"""The columns of an inventory as a table, one for each key (一覧表の列)."""

from __future__ import annotations

from typing import Literal, NamedTuple

from stdmig.words import Name

Owner = Literal["municipality", "system", "unit", "contract"]
"""Of what a column tells."""

Kind = Literal["text", "id", "first_day", "last_day", "months", "yen", "choice"]
"""What a cell of the column holds."""


class ListColumn(NamedTuple):
    """
    A column of the list that is written for Excel and read back.

    Attributes
    ----------
    owner
        Of what it tells.
    key
        The key in ``systems.yaml``.
    heading
        What stands above it; tables found elsewhere use other words as well.
    kind
        What its cells hold.
    choices
        For ``choice``: each value of the file with the words of the table.
    """

    owner: Owner
    key: str
    heading: Name
    kind: Kind = "text"
    choices: tuple[tuple[str, Name], ...] = ()


_YES_NO = (("true", Name("あり", "yes")), ("false", Name("なし", "no")))
_POLICIES = (
    ("undecided", Name("未定", "undecided")),
    ("stay", Name("現行事業者を継続", "stay")),
    ("switch", Name("事業者を切替え", "switch")),
    ("national", Name("国が提供する製品を採用", "national product")),
)
_KINDS = (
    ("multi_year", Name("複数年契約", "multi-year")),
    ("single_year", Name("単年度契約", "single-year")),
)
_FORMS = (
    ("lease", Name("リース", "lease")),
    ("re_lease", Name("再リース", "re-lease")),
    ("maintenance", Name("保守", "maintenance")),
    ("use", Name("利用", "use")),
)

LIST_COLUMNS: tuple[ListColumn, ...] = (
    ListColumn("municipality", "name", Name("自治体名", "Municipality")),
    ListColumn("municipality", "name_en", Name("自治体名（英語）", "Name in English")),
    ListColumn("municipality", "code", Name("団体コード", "Municipality code")),
    ListColumn("municipality", "lead_section", Name("推進課", "Lead section")),
    ListColumn("system", "id", Name("業務ID", "System id"), "id"),
    ListColumn("system", "name", Name("業務名", "System")),
    ListColumn("system", "applies", Name("該当", "Applies"), "choice", _YES_NO),
    ListColumn("system", "reason", Name("該当しない理由", "Why it does not apply")),
    ListColumn("system", "ministry", Name("所管", "Ministry")),
    ListColumn(
        "system", "cutover", Name("希望稼働開始日", "Wanted cutover"), "first_day"
    ),
    ListColumn("system", "deadline", Name("移行完了期限", "Deadline"), "last_day"),
    ListColumn("unit", "id", Name("業務システムID", "Unit id"), "id"),
    ListColumn("unit", "name", Name("システム名", "Unit")),
    ListColumn("unit", "section", Name("担当課", "Section")),
    ListColumn("unit", "vendor", Name("事業者", "Vendor")),
    ListColumn("unit", "package", Name("パッケージ", "Package")),
    ListColumn("unit", "policy", Name("対応方針", "Policy"), "choice", _POLICIES),
    ListColumn("unit", "procurement", Name("調達単位", "Procurement"), "id"),
    ListColumn("unit", "note", Name("備考", "Note")),
    ListColumn("contract", "id", Name("契約ID", "Contract id"), "id"),
    ListColumn("contract", "name", Name("契約名", "Contract")),
    ListColumn("contract", "vendor", Name("契約の事業者", "Contract's vendor")),
    ListColumn("contract", "counterparty", Name("契約相手方", "Counterparty")),
    ListColumn("contract", "kind", Name("契約区分", "Contract kind"), "choice", _KINDS),
    ListColumn("contract", "form", Name("契約の形", "Contract form"), "choice", _FORMS),
    ListColumn("contract", "start", Name("契約開始日", "Contract start"), "first_day"),
    ListColumn("contract", "end", Name("契約終了日", "Contract end"), "last_day"),
    ListColumn(
        "contract", "notice_months", Name("予告期間（月）", "Notice (months)"), "months"
    ),
    ListColumn(
        "contract",
        "auto_renewal_months",
        Name("自動更新（月）", "Renews itself (months)"),
        "months",
    ),
    ListColumn(
        "contract",
        "extension_unit_months",
        Name("延長の単位（月）", "Extension unit (months)"),
        "months",
    ),
    ListColumn(
        "contract", "monthly_fee", Name("月額（円・税抜）", "Monthly fee (yen)"), "yen"
    ),
    ListColumn(
        "contract", "annual_fee", Name("年額（円・税抜）", "Annual fee (yen)"), "yen"
    ),
    ListColumn("contract", "note", Name("契約の備考", "Contract's note")),
)
"""Every column, in the order in which it is written."""
