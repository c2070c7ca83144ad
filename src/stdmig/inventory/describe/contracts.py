"""The keys of a contract, in words (契約の説明)."""

from __future__ import annotations

from pydantic import BaseModel

from stdmig.inventory.contracts import Account, Contract, Extension, Termination
from stdmig.inventory.describe.told import UNKNOWN, Told
from stdmig.words import text

CONTRACTS: dict[type[BaseModel], Told] = {
    Contract: Told(
        text("Contract"),
        text("An agreement that keeps one or more units running."),
        keys={
            "start": Told(
                text("First day of the contract"),
                text(
                    "The first day of the contract; from the second of a row of"
                    " contracts on it must be given."
                ),
                text("the day counts as not known"),
                example="令和元年10月1日",
            ),
            "end": Told(
                text("Last day of the contract"),
                text(
                    "The last day on which the contract holds (満了日); it is"
                    " held against the cutover."
                ),
                text("the day counts as not known, and is reported by 'stdmig check'"),
                example="令和6年9月30日",
            ),
            "id": Told(
                text("Id of the contract"),
                text("Units name the contract by it."),
                text(
                    "only where the contract stands with its unit; it then goes"
                    " by the unit's id"
                ),
                example="midori",
            ),
            "name": Told(
                text("Name of the contract"),
                text("What the contract is called."),
                text("the package or the id is shown"),
                example="みどり総合行政システム",
            ),
            "vendor": Told(
                text("Vendor of the contract"),
                text(
                    "Who delivers under the contract; write one vendor always"
                    " the same way."
                ),
                UNKNOWN,
                example="架空情報システム株式会社",
            ),
            "counterparty": Told(
                text("Counterparty"),
                text(
                    "Who signed the contract where that is not the vendor, such"
                    " as a leasing company."
                ),
                text("the vendor signed it"),
                example="架空リース株式会社",
            ),
            "kind": Told(
                text("Kind of the contract"),
                text(
                    "Whether it runs over several fiscal years or is renewed"
                    " every year."
                ),
                text("a multi-year contract"),
                example="single_year",
            ),
            "form": Told(
                text("Form of the contract"),
                text("What is paid for."),
                UNKNOWN,
                example="lease",
            ),
            "notice_months": Told(
                text("Period of notice"),
                text(
                    "How many months before its end the contract must be"
                    " cancelled or extended."
                ),
                text("no day of notice is reckoned"),
                example="6",
            ),
            "notice_given": Told(
                text("Notice given on"),
                text("The day on which the town hall gave that notice."),
                text("notice counts as not given"),
                example="令和6年3月29日",
            ),
            "auto_renewal_months": Told(
                text("Renews itself by"),
                text(
                    "By how many months the contract renews itself where nobody"
                    " says anything."
                ),
                text("it does not renew itself"),
                example="12",
            ),
            "auto_renewal_until": Told(
                text("Renews itself until"),
                text(
                    "The day past which it does not renew itself; only with"
                    " 'auto_renewal_months'."
                ),
                text("there is no limit"),
                example="令和10年3月31日",
            ),
            "termination": Told(
                text("Termination before the end"),
                text("What the contract says about stopping it early."),
                text("nobody looked it up yet"),
            ),
            "extension_unit_months": Told(
                text("Unit of extension"),
                text("The smallest extension that is sold, in months: 1, 6 or 12."),
                text("it is extended up to the very day that is needed"),
                example="12",
            ),
            "parallel_months": Told(
                text("Parallel run"),
                text(
                    "How many months after the cutover the old system runs"
                    " beside the new one."
                ),
                text("no parallel run is wanted"),
                example="1",
            ),
            "lookup_months": Told(
                text("Kept to look things up"),
                text(
                    "How many months after the cutover the old system is kept to"
                    " look things up."
                ),
                text("it is not kept"),
                example="12",
            ),
            "extensions": Told(
                text("Extensions"),
                text("Extensions of the contract, as far as each has come."),
                text("none is on its way"),
            ),
            "at_end": Told(
                text("Machine at the end"),
                text("What becomes of a leased machine at the end."),
                UNKNOWN,
                example="returned",
            ),
            "monthly_fee": Told(
                text("Monthly fee"),
                text(
                    "What is paid each month, in yen without tax. Give this or"
                    " 'annual_fee'."
                ),
                text("the cost of an extension stays open"),
                example="1200000",
            ),
            "annual_fee": Told(
                text("Annual fee"),
                text(
                    "What is paid each year, in yen without tax, as for a"
                    " re-lease. Give this or 'monthly_fee'."
                ),
                text("the cost of an extension stays open"),
                example="3600000",
            ),
            "accounts": Told(
                text("Accounts"),
                text(
                    "Which budget accounts pay, and how much each; the shares"
                    " add up to 100."
                ),
                text("the budget request names no account for it"),
            ),
        },
    ),
    Termination: Told(
        text("Termination before the end"),
        text("What the contract says about stopping it early."),
        keys={
            "allowed": Told(
                text("Allowed"),
                text("Whether the contract may be stopped early at all."),
                text("nobody looked it up yet"),
                example="true",
            ),
            "notice_months": Told(
                text("Notice of termination"),
                text("How many months before the wanted last day this must be said."),
                UNKNOWN,
                example="3",
            ),
            "fee": Told(
                text("Fee of termination"),
                text("What stopping it early costs, in yen without tax."),
                UNKNOWN,
                example="1200000",
            ),
        },
    ),
    Extension: Told(
        text("Extension of a contract"),
        text("A prolongation of a contract, as far as it has come."),
        keys={
            "start": Told(
                text("First day of the extension"),
                text("The first day of the extension."),
                example="令和6年10月1日",
            ),
            "end": Told(
                text("Last day of the extension"),
                text("The last day of the extension; it belongs to it."),
                example="令和7年9月30日",
            ),
            "state": Told(
                text("State of the extension"),
                text("How far the extension has come."),
                example="requested",
            ),
        },
    ),
    Account: Told(
        text("Account"),
        text("A budget account that pays a share of the contract."),
        keys={
            "name": Told(
                text("Name of the account"),
                text("What the account is called."),
                example="一般会計",
            ),
            "share": Told(
                text("Share"),
                text("Its share in per cent."),
                text("100"),
                example="60",
            ),
        },
    ),
}
