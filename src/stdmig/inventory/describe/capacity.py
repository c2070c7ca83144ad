"""The keys of capacity.yaml, in words (体制の説明)."""

from __future__ import annotations

from pydantic import BaseModel

from stdmig.inventory.capacity import (
    BusyMonths,
    Capacity,
    CapacityFile,
    SectionCapacity,
    VendorCapacity,
)
from stdmig.inventory.describe.told import JAPANESE, NO_NAME, Told
from stdmig.words import text

CAPACITY: dict[type[BaseModel], Told] = {
    CapacityFile: Told(
        text("Capacities"),
        text(
            "How much can be done at one time, by whom (capacity.yaml). 'stdmig"
            " level' spreads the work by it. The file may be missing: there is then"
            " no limit."
        ),
        keys={
            "schema": Told(
                text("Version of the format"),
                text("Says which version of the format the file is written in."),
                example="stdmig.capacity/1",
            ),
            "lead": Told(
                text("Capacity of the lead section"),
                text("How much the lead section can do at one time."),
                text("the lead section has no limit"),
                example="{capacity: 3}",
            ),
            "sections": Told(
                text("Capacities of the sections"),
                text(
                    "How much each section can do at one time; each stands here once."
                ),
                text("no section has a limit"),
            ),
            "vendors": Told(
                text("Capacities of the vendors"),
                text(
                    "How much each vendor can do at one time, in all municipalities"
                    " together."
                ),
                text("no vendor has a limit"),
            ),
        },
    ),
    Capacity: Told(
        text("What can be done at one time"),
        text("People, or parallel tasks, that the migration can have at one time."),
        keys={
            "capacity": Told(
                text("In an ordinary month"),
                text(
                    "How many people, or parallel tasks, there are for the migration"
                    " in an ordinary month, in tenths."
                ),
                text("there is no limit but in busy months"),
                example="2.5",
            ),
            "busy": Told(
                text("Busy months"),
                text(
                    "Months of every year with less; where several name a month, the"
                    " least counts."
                ),
                text("all months are alike"),
                example="[{months: [3, 4], capacity: 1}]",
            ),
        },
    ),
    BusyMonths: Told(
        text("Busy months"),
        text("Months of every year in which less can be done."),
        keys={
            "months": Told(
                text("Months that are busy"),
                text("Numbers of the months, 1 to 12."),
                example="[3, 4]",
            ),
            "capacity": Told(
                text("What is left in them"),
                text(
                    "How many people, or parallel tasks, are left for the migration"
                    " in these months, in tenths; no more than in an ordinary month."
                ),
                example="1",
            ),
            "name": Told(
                text("What keeps it busy"),
                text("What the section or vendor is busy with."),
                NO_NAME,
                example="年度末の異動処理",
            ),
            "name_en": Told(
                text("Name in English"),
                text("What it is called in English pages."),
                JAPANESE,
                example="Moving season",
            ),
        },
    ),
    SectionCapacity: Told(
        text("Capacity of a section"),
        text("How much a section can do at one time."),
        keys={
            "section": Told(
                text("Name of the section"),
                text("Written as under the units of systems.yaml."),
                example="市民課",
            ),
        },
    ),
    VendorCapacity: Told(
        text("Capacity of a vendor"),
        text("How much a vendor can do at one time, in all municipalities together."),
        keys={
            "vendor": Told(
                text("Name of the vendor"),
                text("Written as under the units of systems.yaml."),
                example="〇〇情報（株）",
            ),
            "items": Told(
                text("Items that count together"),
                text(
                    "The work items that count together, such as 14 for data"
                    " migrations; an item counts in one entry of the vendor only."
                ),
                example="[14]",
            ),
        },
    ),
}
