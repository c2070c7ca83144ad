"""The keys of portfolio.yaml, in words (対象団体の一覧の説明)."""

from __future__ import annotations

from pydantic import BaseModel

from stdmig.inventory.describe.told import JAPANESE, NO_NAME, Told
from stdmig.inventory.portfolio import PortfolioFile
from stdmig.words import text

PORTFOLIO: dict[type[BaseModel], Told] = {
    PortfolioFile: Told(
        text("Municipalities looked at together"),
        text(
            "Which municipalities 'stdmig portfolio' looks at together"
            " (portfolio.yaml)."
        ),
        keys={
            "schema": Told(
                text("Version of the format"),
                text("Says which version of the format the file is written in."),
                example="stdmig.portfolio/1",
            ),
            "name": Told(
                text("Name of the whole"),
                text("Who looks at them, such as a prefecture."),
                NO_NAME,
                example="〇〇県",
            ),
            "name_en": Told(
                text("English name of the whole"),
                text("The name for English outputs."),
                JAPANESE,
                example="Example Prefecture",
            ),
            "workspaces": Told(
                text("Workspaces"),
                text(
                    "Folders of the municipalities, from the folder of this file on."
                    " '*' stands for any name of a folder."
                ),
                example='["towns/*"]',
            ),
            "vendors": Told(
                text("Capacities of vendors"),
                text(
                    "How much vendors can do at one time for all municipalities"
                    " together. A limit in a municipality's capacity.yaml holds too."
                ),
                text("vendors have no limit"),
            ),
        },
    ),
}
