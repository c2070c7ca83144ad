"""The values that a key can have, in words (選択肢の説明)."""

from __future__ import annotations

from stdmig.words import Text, text

CHOICES: dict[tuple[str, ...], tuple[Text, ...]] = {
    (
        "ja",
        "en",
    ): (
        text("Japanese"),
        text("English"),
    ),
    (
        "multi_year",
        "single_year",
    ): (
        text("runs over several fiscal years"),
        text("renewed every fiscal year"),
    ),
    (
        "lease",
        "re_lease",
        "maintenance",
        "use",
    ): (
        text("lease"),
        text("re-lease, of the old machine for another while"),
        text("maintenance"),
        text("use of a service"),
    ),
    (
        "planned",
        "requested",
        "voted",
        "signed",
    ): (
        text("planned, nothing asked for yet"),
        text("asked for in a budget"),
        text("voted by the council"),
        text("signed with the counterparty"),
    ),
    (
        "returned",
        "bought",
        "removed",
    ): (
        text("returned"),
        text("bought"),
        text("removed"),
    ),
    (
        "stay",
        "switch",
        "national",
        "undecided",
    ): (
        text("the present vendor stays"),
        text("another vendor is chosen"),
        text("the product that the nation provides"),
        text("not decided yet"),
    ),
    (
        "stay",
        "switch",
        "national",
    ): (
        text("the present vendor stays"),
        text("another vendor is chosen"),
        text("the product that the nation provides"),
    ),
    (
        "none",
        "basic",
        "focused",
        "full",
    ): (
        text("no assessment"),
        text("basic assessment"),
        text("focused assessment"),
        text("full assessment, with public comment"),
    ),
    (
        "none",
        "rule",
        "ordinance",
    ): (
        text("nothing is to be amended"),
        text("a rule, which the mayor decides alone"),
        text("an ordinance, on which the council votes"),
    ),
    (
        "error",
        "warning",
        "note",
    ): (
        text("errors, warnings and notes"),
        text("warnings and notes"),
        text("notes alone"),
    ),
    (
        "stated",
        "inferred",
    ): (
        text("a source states it"),
        text("known from how offices work"),
    ),
    (
        "municipality",
        "procurement",
        "system",
    ): (
        text("once for the whole municipality"),
        text("once per procurement"),
        text("once per system"),
    ),
    (
        "section",
        "lead",
        "vendor",
    ): (
        text("the section that owns the system"),
        text("the lead section"),
        text("the vendor"),
    ),
    (
        "vendor_stays",
        "no_assessment",
        "no_ordinance",
    ): (
        text("where the present vendor stays"),
        text("where no assessment (PIA) is needed"),
        text("where no ordinance or rule is amended"),
    ),
    ("specification",): (text("the publication of the standard specification"),),
    (
        "budget_request",
        "rfp",
        "contract",
        "assessment",
        "data_load",
        "ordinance",
    ): (
        text("asks for the money"),
        text("goes out once the money is in sight"),
        text("ends with the contract for the new system"),
        text("precedes any personal data in the new system"),
        text("brings personal data into the new system"),
        text("ends with a vote of the council"),
    ),
    ("lead",): (text("the lead section"),),
    (
        "maximum",
        "likely",
        "minimum",
    ): (
        text("the longest durations, to be safe"),
        text("the likely durations"),
        text("the shortest durations"),
    ),
    (
        "request",
        "notice",
        "vote",
        "debt_vote",
    ): (
        text("after the budget request"),
        text("after the informal notice"),
        text("after the vote of the budget"),
        text("after the vote of the debt obligation"),
    ),
    (
        "start",
        "finish",
    ): (
        text("the first day of the work"),
        text("the last day of the work"),
    ),
    (
        "done",
        "started",
        "not_started",
        "not_applicable",
    ): (
        text("finished"),
        text("under way"),
        text("not begun"),
        text("not needed here"),
    ),
    (
        "pert",
        "triangular",
    ): (
        text("a smooth curve with its peak at the likely duration (PERT)"),
        text("a triangle with its peak at the likely duration"),
    ),
}
"""What each value means, by all values that are possible in one place."""
