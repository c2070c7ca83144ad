"""What may be written where, each with an example and what it means (記入例)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stdmig.inventory.writing.key_order import Owner
from stdmig.words import Name, Text, text


class Hint(NamedTuple):
    """
    A key that may be written, and an example of its value.

    Attributes
    ----------
    key
        As it stands in the file.
    example
        A value as YAML; a day is written as the reader writes days.
    meaning
        What it is, in a few words.
    """

    key: str
    example: str | date | Name
    meaning: Text


HINTS: dict[Owner, tuple[Hint, ...]] = {
    "municipality": (
        Hint("name_en", "Example City", text("name in English")),
        Hint("code", '"462250"', text("municipality code, six digits in quotes")),
        Hint("population", "77000", text("number of residents")),
        Hint(
            "lead_section",
            Name("デジタル推進課", "Digital Section"),
            text("section that drives the whole"),
        ),
    ),
    "contract": (
        Hint("name", Name("住民情報システム", "Resident system"), text("its name")),
        Hint("vendor", Name("（株）〇〇情報", "Example Co."), text("vendor")),
        Hint(
            "counterparty",
            Name("〇〇リース（株）", "Example Leasing"),
            text("who signed it, if not the vendor"),
        ),
        Hint("start", date(2020, 4, 1), text("first day")),
        Hint("end", date(2025, 3, 31), text("last day")),
        Hint("kind", "single_year", text("for one year; multi_year otherwise")),
        Hint("form", "lease", text("lease, re_lease, maintenance or use")),
        Hint("notice_months", "6", text("months of notice before it ends")),
        Hint("notice_given", date(2024, 9, 30), text("day on which notice was given")),
        Hint("auto_renewal_months", "12", text("months by which it renews itself")),
        Hint(
            "auto_renewal_until",
            date(2030, 3, 31),
            text("last day up to which it does so"),
        ),
        Hint(
            "termination",
            "{allowed: true, notice_months: 3, fee: 1200000}",
            text("stopping it early: allowed or not, notice, fee in yen"),
        ),
        Hint("extension_unit_months", "6", text("smallest extension, in months")),
        Hint("parallel_months", "1", text("months beside the new system")),
        Hint("lookup_months", "3", text("months kept to be looked up")),
        Hint(
            "extensions",
            "[{start: 2025-04-01, end: 2025-09-30, state: planned}]",
            text("extensions: planned, requested, voted or signed"),
        ),
        Hint("at_end", "returned", text("the machine: returned, bought or removed")),
        Hint("monthly_fee", "120000", text("yen a month, without tax")),
        Hint("annual_fee", "1440000", text("or yen a year, without tax")),
        Hint(
            "accounts",
            Name(
                "[{name: 一般会計, share: 60}, {name: 国保特別会計, share: 40}]",
                "[{name: General, share: 60}, {name: Insurance, share: 40}]",
            ),
            text("budget accounts that pay, in per cent"),
        ),
    ),
    "system": (
        Hint("name", Name("住民記録", "Residents"), text("name used here")),
        Hint("name_en", "Basic resident register", text("name in English")),
        Hint("statutory", "false", text("for a system beyond the 20 of the law")),
        Hint("applies", "false", text("for a system that is not run here")),
        Hint(
            "reason",
            Name("福祉事務所がない。", "There is no welfare office."),
            text("why it does not apply"),
        ),
        Hint("ministry", Name("総務省", "Internal Affairs"), text("ministry")),
        Hint("specification", "first", text("id of its standard specification")),
        Hint("assessment", "full", text("PIA: none, basic, focused or full")),
        Hint("ordinance", "none", text("to amend: ordinance, rule or none")),
        Hint("cutover", date(2025, 10, 1), text("wanted first day of the new system")),
        Hint("deadline", date(2026, 3, 31), text("last day for it")),
        Hint(
            "designated",
            Name(
                "{reason: 4, explanation: 人手不足, completion: 2028-03}",
                "{reason: 4, explanation: no engineers, completion: 2028-03}",
            ),
            text("may pass the general deadline: reason 1 to 4, planned end"),
        ),
        Hint(
            "transitional",
            Name(
                "[{function: 外部帳票, until: 2029-03}]",
                "[{function: printed forms, until: 2029-03}]",
            ),
            text("functions that follow later"),
        ),
        Hint("with", "[inkan]", text("to be cut over on the same day")),
        Hint("after", "[juki]", text("to be cut over after these")),
    ),
    "unit": (
        Hint("id", "kokuho-zeimu", text("own id, where a system has several units")),
        Hint("section", Name("市民課", "Residents' Section"), text("section; needed")),
        Hint("name", Name("住民記録システム", "Resident system"), text("its name")),
        Hint("vendor", Name("（株）〇〇情報", "Example Co."), text("present vendor")),
        Hint("package", Name("〇〇パッケージ", "Example Suite"), text("package")),
        Hint("policy", "undecided", text("undecided, stay, switch or national")),
        Hint("procurement", "juminjoho", text("units bought together share this")),
        Hint("contract", "keiyaku1", text("its id; [id1, id2] where they follow")),
        Hint(
            "related",
            Name("[戸籍システム]", "[Family register]"),
            text("other systems it works with"),
        ),
    ),
    "file": (
        Hint("lang", "ja", text("language of reports: ja or en")),
        Hint(
            "specifications",
            Name(
                "[{id: first, name: 第1グループ, published: 2021-08}]",
                "[{id: first, name: Group 1, published: 2021-08}]",
            ),
            text("standard specifications and when they were published"),
        ),
        Hint(
            "procurements",
            "[{id: juminjoho, budget: ordinary}]",
            text("the budget that pays for units bought together"),
        ),
        Hint(
            "links",
            Name(
                "[{from: juki, to: kojin, data: 宛名}]",
                "[{from: juki, to: kojin, data: addresses}]",
            ),
            text("data that one system gives to another"),
        ),
        Hint(
            "online_procedures",
            Name(
                "[{id: ten, name: 転入, section: 住民課, systems: [juki]}]",
                "[{id: moving, name: Move, section: Desk, systems: [juki]}]",
            ),
            text("procedures that residents do online"),
        ),
        Hint(
            "accept",
            Name(
                "[{code: STD105, reason: 来年度に決定, by: 課長, until: 2026-03}]",
                "[{code: STD105, reason: decided later, by: Head, until: 2026-03}]",
            ),
            text("findings that were looked at and accepted, with the reason"),
        ),
    ),
}
"""Every key by what it belongs to; those of any mapping are named in the header."""
