"""The municipalities to which forms go, from a table (対象団体の一覧表)."""

from __future__ import annotations

from stdmig.diagnostics import Diagnostic, Location
from stdmig.intake.forms.town import TownNamed, code_in
from stdmig.intake.inventory_list.column import meaning_of
from stdmig.intake.inventory_list.plain import folded, one_line, plain
from stdmig.intake.sheet.sheet import Sheet
from stdmig.inventory.quoted import quoted
from stdmig.words import Text, text

_DEEPEST = 60
_NAMES = frozenset(
    plain(word)
    for word in [
        "団体",
        "自治体",
        "市町村",
        "市区町村",
        "市町",
        "団体名称",
        "自治体名称",
        "市町村名称",
        "市区町村名称",
        "構成団体",
        "構成団体名",
        "構成市町村",
        "name",
        "town",
        "city",
        "municipality",
    ]
)
_CODES = frozenset(
    plain(word)
    for word in [
        "コード",
        "団体番号",
        "市区町村コード",
        "都道府県コード又は市区町村コード",
        "標準地域コード",
        "code",
    ]
)
_TOTALS = frozenset(folded(word) for word in ("計", "合計", "総計", "小計", "total"))


def read_town_list(
    file: str, sheets: tuple[Sheet, ...]
) -> tuple[tuple[TownNamed, ...], list[Diagnostic]]:
    """
    Return the municipalities of the first sheet that lists some.

    One row must name the columns: 団体名, and where there are codes 団体コード, or
    what else they are usually called.

    Returns
    -------
    The municipalities in their order, and ``STD022`` where there is no list, a code
    is wrong, or a municipality stands there twice.
    """
    for sheet in sheets:
        places = _heading(sheet)
        if places is not None:
            return _rows(sheet, *places)
    message = text("no list of municipalities was found")
    help_ = text(
        "one row must name the columns: {name}, and where there are codes {code}",
        name=_NAME,
        code=_CODE,
    )
    return (), [Diagnostic("STD022", message, Location(file), help_)]


_NAME, _CODE = "団体名 (Municipality)", "団体コード (Municipality code)"


def _heading(sheet: Sheet) -> tuple[int, int, int | None] | None:
    """Return the row of the headings, and the columns of names and codes."""
    for index, row in enumerate(sheet.rows[:_DEEPEST]):
        name = code = None
        for at, cell in enumerate(row):
            words = one_line(cell.value)
            meaning = meaning_of((words,)) if words else None
            field = meaning.field if meaning else ""
            if name is None and (
                field == "municipality.name" or plain(words) in _NAMES
            ):
                name = at
            elif code is None and (
                field == "municipality.code" or plain(words) in _CODES
            ):
                code = at
        if name is not None:
            return index, name, code
    return None


def _rows(
    sheet: Sheet, top: int, name_at: int, code_at: int | None
) -> tuple[tuple[TownNamed, ...], list[Diagnostic]]:
    towns: list[TownNamed] = []
    faults: list[Diagnostic] = []
    for index in range(top + 1, len(sheet.rows)):
        row = sheet.rows[index]
        name = one_line(row[name_at].value)
        written = "" if code_at is None else one_line(row[code_at].value)
        if not name or folded(name) in _TOTALS:
            continue
        place = sheet.place(index, name_at)
        code = code_in(written)
        if isinstance(code, Text):
            faults.append(Diagnostic("STD022", code, sheet.place(index, code_at or 0)))
            continue
        town = TownNamed(name, code, place)
        if (
            before := next((each for each in towns if each.is_same(town)), None)
        ) is None:
            towns.append(town)
        else:
            faults.append(_twice(town, before))
    if not towns and not faults:
        message = text("the list names no municipality")
        faults.append(Diagnostic("STD022", message, sheet.place(top, name_at)))
    return tuple(towns), faults


def _twice(town: TownNamed, before: TownNamed) -> Diagnostic:
    return Diagnostic(
        "STD022",
        text("'{name}' stands in the list twice", name=quoted(town.name)),
        town.place,
        text("take one out, or give both their codes"),
        ((before.place, text("the first one is here")),),
    )
