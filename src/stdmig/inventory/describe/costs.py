"""The keys of costs.yaml, in words (経費の説明)."""

from __future__ import annotations

from pydantic import BaseModel

from stdmig.inventory.costs import BudgetHeading, Cost, CostsFile
from stdmig.inventory.describe.told import EMPTY, EVERYWHERE, Told
from stdmig.words import text

COSTS: dict[type[BaseModel], Told] = {
    CostsFile: Told(
        text("Costs"),
        text(
            "What things cost, as the town hall was quoted (costs.yaml). The"
            " file may be missing: amounts then stay open."
        ),
        keys={
            "schema": Told(
                text("Version of the format"),
                text("Says which version of the format the file is written in."),
                example="stdmig.costs/1",
            ),
            "tax_rate": Told(
                text("Consumption tax"),
                text("Consumption tax in per cent, for every cost that states none."),
                text("amounts with tax stay open"),
                example="10",
            ),
            "heading": Told(
                text("Budget heading"),
                text(
                    "Where in the budget a cost is asked for that states none of"
                    " its own."
                ),
                text("headings are left empty"),
            ),
            "costs": Told(
                text("List of prices"),
                text("The prices, one entry for each."),
                text("amounts stay open"),
            ),
        },
    ),
    BudgetHeading: Told(
        text("Budget heading"),
        text("Where in the budget a cost is asked for."),
        keys={
            "account": Told(
                text("Account of the heading"),
                text("The account (会計)."),
                EMPTY,
                example="一般会計",
            ),
            "part": Told(
                text("Part of the budget"),
                text("The part (款)."),
                EMPTY,
                example="総務費",
            ),
            "title": Told(
                text("Title of the budget"),
                text("The title (項)."),
                EMPTY,
                example="総務管理費",
            ),
            "subtitle": Told(
                text("Subtitle of the budget"),
                text("The subtitle (目)."),
                EMPTY,
                example="電子計算費",
            ),
            "project": Told(
                text("Project of the heading"),
                text("The project (事業)."),
                EMPTY,
                example="標準化推進事業",
            ),
            "node": Told(
                text("Node of the heading"),
                text("The node (節)."),
                EMPTY,
                example="委託料",
            ),
            "subnode": Told(
                text("Subnode of the heading"),
                text("The subnode (細節)."),
                EMPTY,
                example="電算委託料",
            ),
        },
    ),
    Cost: Told(
        text("Price of a cost"),
        text(
            "The price of one cost item for a system, a unit, a contract or everywhere."
        ),
        keys={
            "item": Told(
                text("Cost item"),
                text(
                    "Id of a cost item of procedures.yaml; 'extension' for a"
                    " contract's extension, 'bridge' for what links systems of"
                    " two cutover days."
                ),
                example="data-migration",
            ),
            "system": Told(
                text("System with this price"),
                text(
                    "Id of the system whose price it is. Give one of 'system',"
                    " 'unit' and 'contract' at most."
                ),
                EVERYWHERE,
                example="juki",
            ),
            "unit": Told(
                text("Unit with this price"),
                text("Id of the unit whose price it is."),
                EVERYWHERE,
                example="kokuho-zei",
            ),
            "contract": Told(
                text("Contract with this price"),
                text("Id of the contract whose price it is."),
                EVERYWHERE,
                example="midori",
            ),
            "unit_price": Told(
                text("Unit price"),
                text("Yen for one, without tax."),
                text("the amount stays open"),
                example="1200000",
            ),
            "quantity": Told(
                text("Quantity"),
                text("How many per line of the request."),
                text("counted in months of the plan, where the unit is a month"),
                example="1",
            ),
            "unit_name": Told(
                text("Unit of the quantity"),
                text("What one is: a month, a set, a person-month."),
                text("a month where no quantity is given"),
                example="式",
            ),
            "tax_rate": Told(
                text("Consumption tax of this price"),
                text("Consumption tax in per cent."),
                text("the rate of the whole file"),
                example="10",
            ),
            "method": Told(
                text("Way of contracting"),
                text("How the contract is to be made."),
                EMPTY,
                example="随意契約",
            ),
            "counterparty": Told(
                text("Counterparty of the cost"),
                text("Who is paid."),
                text("the vendor, where it is known"),
                example="架空情報システム株式会社",
            ),
            "heading": Told(
                text("Budget heading of this price"),
                text("Where in the budget it is asked for."),
                text("the heading of the whole file"),
            ),
        },
    ),
}
