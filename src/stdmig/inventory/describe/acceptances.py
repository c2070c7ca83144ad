"""The keys of an accepted finding, in words (了承した指摘の説明)."""

from __future__ import annotations

from pydantic import BaseModel

from stdmig.inventory.acceptances import Acceptance
from stdmig.inventory.describe.told import AS_SHOWN, Told
from stdmig.words import text

ACCEPTANCES: dict[type[BaseModel], Told] = {
    Acceptance: Told(
        text("Accepted finding"),
        text(
            "One finding of 'stdmig check' that may stand. Copy the lines that"
            " the page of the check shows for it."
        ),
        keys={
            "code": Told(
                text("Code"),
                text("Code or name of the rule."),
                example="STD203",
            ),
            "reason": Told(
                text("Reason"),
                text("Why the finding may stand."),
                example="毎年度の更新を財政課と合意済み",
            ),
            "by": Told(
                text("Accepted by"),
                text("Who says so."),
                example="企画課 山田",
            ),
            "until": Told(
                text("Accepted until"),
                text(
                    "The last day on which it holds; after it the finding counts again."
                ),
                example="令和8年3月31日",
            ),
            "severity": Told(
                text("Worst severity"),
                text("The worst that is accepted; what is worse counts."),
                text("any severity is accepted"),
                example="warning",
            ),
            "system": Told(
                text("System of the finding"),
                text("Id of the system that the finding is about."),
                AS_SHOWN,
                example="juki",
            ),
            "with": Told(
                text("Together with"),
                text("Id of the system on the same day that the finding is about."),
                AS_SHOWN,
                example="inkan",
            ),
            "after": Told(
                text("After"),
                text("Id of the earlier system that the finding is about."),
                AS_SHOWN,
                example="juki",
            ),
            "first_systems": Told(
                text("Systems cut over first"),
                text("Ids of the systems on the first side of a bridge."),
                AS_SHOWN,
                example="[juki, inkan]",
            ),
            "second_systems": Told(
                text("Systems cut over second"),
                text("Ids of the systems on the second side of a bridge."),
                AS_SHOWN,
                example="[kojin]",
            ),
            "unit": Told(
                text("Unit of the finding"),
                text("The unit that the finding is about."),
                AS_SHOWN,
                example="kokuho-zei",
            ),
            "contract": Told(
                text("Contract"),
                text("The contract that the finding is about."),
                AS_SHOWN,
                example="seiho",
            ),
            "procurement": Told(
                text("Procurement"),
                text("The procurement that the finding is about."),
                AS_SHOWN,
                example="juki-tax",
            ),
            "package": Told(
                text("Package"),
                text("The package that the finding is about."),
                AS_SHOWN,
                example="みどり総合行政システム",
            ),
            "vendor": Told(
                text("Vendor"),
                text("The vendor that the finding is about."),
                AS_SHOWN,
                example="架空情報システム株式会社",
            ),
            "section": Told(
                text("Section"),
                text("The section that the finding is about."),
                AS_SHOWN,
                example="税務課",
            ),
            "worker": Told(
                text("Lead section"),
                text("Written as lead where the finding is about the lead section."),
                AS_SHOWN,
                example="lead",
            ),
            "items": Told(
                text("Work items"),
                text("The work items that count together for a vendor."),
                AS_SHOWN,
                example="[14]",
            ),
            "specification": Told(
                text("Group of specifications"),
                text(
                    "The group that the finding is about; '' for systems without one."
                ),
                AS_SHOWN,
                example="first",
            ),
            "item": Told(
                text("Work item"),
                text("The work item that the finding is about."),
                AS_SHOWN,
                example="8",
            ),
            "assessment": Told(
                text("Item of the assessment"),
                text("The work item of the assessment that the finding is about."),
                AS_SHOWN,
                example="12",
            ),
            "task": Told(
                text("Task of the finding"),
                text("The task that the finding is about."),
                AS_SHOWN,
                example='"8@juki-tax"',
            ),
            "session": Told(
                text("Session"),
                text("The session of the council that the finding is about."),
                AS_SHOWN,
                example="september",
            ),
            "fiscal_year": Told(
                text("Fiscal year of the finding"),
                text(
                    "The fiscal year that the finding is about, by its first"
                    " calendar year."
                ),
                AS_SHOWN,
                example="2024",
            ),
            "cutover": Told(
                text("Cutover of the finding"),
                text("The cutover that the finding is about."),
                AS_SHOWN,
                example="2025-10-01",
            ),
            "closed": Told(
                text("Closed days"),
                text("The name of the closed days that the finding is about."),
                AS_SHOWN,
                example="参議院議員通常選挙",
            ),
            "confidence": Told(
                text("Confidence"),
                text("Whether the black-out of the finding is stated or inferred."),
                AS_SHOWN,
                example="inferred",
            ),
        },
    ),
}
