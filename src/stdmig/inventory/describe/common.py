"""What many mappings have in common, in words (共通の項目の説明)."""

from __future__ import annotations

from pydantic import BaseModel

from stdmig.inventory.contracts import Span
from stdmig.inventory.describe.told import JAPANESE, Told
from stdmig.inventory.fields import Fact
from stdmig.inventory.procedures import Titled
from stdmig.words import text

COMMON: dict[type[BaseModel], Told] = {
    Fact: Told(
        text("Fact"),
        text("A mapping that may say where it is from and who confirmed it."),
        keys={
            "source": Told(
                text("Source"),
                text("Where the fact stands: a document, a page, a letter."),
                text("nothing is shown as its source"),
                example="契約書（令和元年9月17日）",
            ),
            "confirmed_by": Told(
                text("Confirmed by"),
                text("Who checked it."),
                text("it counts as not confirmed by anyone"),
                example="企画課 山田",
            ),
            "confirmed_on": Told(
                text("Confirmed on"),
                text("The day on which it was checked."),
                text("the day stays unknown"),
                example="令和6年9月30日",
            ),
            "assumed": Told(
                text("Assumed"),
                text(
                    "Whether no source states it: true for a guess. A plan that"
                    " leans on it says so."
                ),
                text("it counts as a fact (false)"),
                example="true",
            ),
            "note": Told(
                text("Note"),
                text("A remark for whoever reads the file; it changes no date."),
                text("there is no remark"),
                example="更新の条件を事業者に確認中",
            ),
        },
    ),
    Span: Told(
        text("Span"),
        text("First and last day, both inside."),
        keys={
            "start": Told(
                text("First day of the span"),
                text("The first day on which it holds."),
                text("the day counts as not known"),
                example="令和元年10月1日",
            ),
            "end": Told(
                text("Last day of the span"),
                text("The last day on which it holds; it belongs to the span."),
                text("the day counts as not known, and is reported by 'stdmig check'"),
                example="令和6年9月30日",
            ),
        },
    ),
    Titled: Told(
        text("Entry with a name"),
        text("Something with an id and a name in either language."),
        keys={
            "id": Told(
                text("Id"),
                text("A short name by which other places of the files refer to it."),
                example="planning",
            ),
            "name": Told(
                text("Name"),
                text("What it is called in Japanese."),
                example="計画立案",
            ),
            "name_en": Told(
                text("Name in English"),
                text("What it is called in English pages."),
                JAPANESE,
                example="Planning",
            ),
        },
    ),
}
