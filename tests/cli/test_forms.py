"""``stdmig forms``: out to the towns, filled in, and back into workspaces."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from time import process_time

import pytest

from stdmig.workspace import Request, read_workspace
from tests.command import Result, call
from tests.forms import Form, blank_form, filled_form
from tests.helpers import ROOT
from tests.hostile import NAMES

TOWN = ROOT / "examples" / "small-town"
CITY = ROOT / "data"


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no path of a folder for tests broken over lines."""
    monkeypatch.setenv("COLUMNS", "400")


def _collect(forms: Path, out: Path, *more: str | Path) -> Result:
    return call("forms", "collect", forms, out, *more)


def _one_line(told: str) -> str:
    return " ".join(told.split())


def _workspace(path: Path, folder: Path) -> Path:
    """Copy a workspace; return where it lies now."""
    path.mkdir(parents=True)
    for each in folder.glob("*.yaml"):
        if each.name != "portfolio.yaml":
            shutil.copy(each, path)
    return path


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("encoding", ["cp932", "utf-8", "utf-8-sig"])
def test_every_town_of_a_list_gets_a_form(tmp_path: Path, encoding: str) -> None:
    """The files are named after code and name; a list may lack a code, not a name."""
    head = "全国地方公共団体コード,市町村名"
    rows = f"{head}\n462250,姶良市\n12025,函館市\n,見本/町\n計,計\n"
    (tmp_path / "towns.csv").write_bytes(rows.encode(encoding))
    result = call("forms", "write", tmp_path / "towns.csv", tmp_path / "forms")
    assert result.code == 0, result.err
    names = ["462250_姶良市.xlsx", "012025_函館市.xlsx", "見本_町.xlsx"]
    assert result.out.splitlines() == names
    assert {path.name for path in (tmp_path / "forms").iterdir()} == {*names}


def test_faults_of_the_list_are_named_and_nothing_is_written(tmp_path: Path) -> None:
    """A wrong code and a town that stands there twice are named by their cells."""
    rows = "団体コード,団体名\n462251,姶良市\n462250,姶良市\n462250,見本町\n"
    (tmp_path / "towns.csv").write_text(rows, "utf-8")
    result = call("forms", "write", tmp_path / "towns.csv", tmp_path / "forms")
    assert result.code == 2
    assert "towns.csv:2:1: error[STD022] 462251 is no code" in result.err
    assert (
        "towns.csv:4:2: error[STD022] '見本町' stands in the list twice" in result.err
    )
    assert not (tmp_path / "forms").exists()


def test_used_folder_is_not_written_into(tmp_path: Path) -> None:
    """Forms of an earlier round never lie among the new ones."""
    (tmp_path / "towns.csv").write_text("団体名\n見本町\n", "utf-8")
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "old.xlsx").write_bytes(b"x")
    result = call("forms", "write", tmp_path / "towns.csv", tmp_path / "forms")
    assert result.code == 2
    assert "no older form is sent with the new ones" in _one_line(result.err)
    assert [path.name for path in (tmp_path / "forms").iterdir()] == ["old.xlsx"]


def test_filled_form_becomes_a_workspace(tmp_path: Path) -> None:
    """Units, contracts, reasons, live systems and counts stand in its files."""
    filled_form().save(tmp_path / "forms" / "a.xlsx")
    result = _collect(tmp_path / "forms", tmp_path / "out", "--lang", "en")
    assert result.code == 0, result.out
    assert "1 form: 1 taken, 0 taken with remarks, 0 not taken\n" in result.out
    opened = read_workspace(Request(tmp_path / "out" / "462250"))
    assert opened.faults == []
    assert opened.inventory is not None
    systems = {each.id: each for each in opened.inventory.file.systems}
    assert len(systems) == 20
    assert (systems["seiho"].applies, systems["seiho"].reason) == (False, "県が実施")
    assert systems["juki"].units[0].contracts == ("k01",)
    kojin = systems["kojin"].designated
    assert kojin is not None
    assert (kojin.reason, str(kojin.completion)) == (4, "2030-03-31")
    contract = opened.inventory.file.contracts[0]
    assert (str(contract.start), str(contract.end)) == ("2021-04-01", "2026-03-31")
    assert len(opened.inventory.file.contracts) == 1
    progress = opened.inventory.progress
    assert progress is not None
    assert [(each.system, str(each.since)) for each in progress.live] == [
        ("juki", "2025-10-01")
    ]
    counts = {
        each.system: (str(each.as_of), each.counts and each.counts.done)
        for each in progress.steps
    }
    assert counts == {"juki": ("2026-01-05", 34), "kojin": ("2026-01-05", 23)}


def test_collected_workspaces_are_a_portfolio(tmp_path: Path) -> None:
    """The list of the workspaces is made, and the prefecture sees all of them."""
    filled_form().save(tmp_path / "forms" / "a.xlsx")
    filled_form("函館市", "012025").save(tmp_path / "forms" / "b.xlsx")
    out = tmp_path / "out"
    assert _collect(tmp_path / "forms", out).code == 0
    assert (out / "portfolio.yaml").read_text("utf-8").endswith('workspaces: "*"\n')
    told = call("portfolio", out, "--as-of", "2026-01-05", "--no-cache")
    assert told.code == 0, told.err
    assert "函館市" in told.out


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_prefilled_form_that_is_not_changed_changes_nothing(
    tmp_path: Path, lang: str
) -> None:
    """Comments, prices, steps by number and inline contracts stay byte for byte."""
    towns = tmp_path / "towns"
    _workspace(towns / "small", TOWN)
    _workspace(towns / "city", CITY)
    before = _files(towns)
    call("forms", "write", towns, tmp_path / "forms", "--lang", lang)
    result = _collect(tmp_path / "forms", towns)
    assert result.code == 0, result.out
    assert "2 forms: 2 taken, 0 taken with remarks" in result.out
    assert result.out.count("says all of this already") == 2
    (towns / "portfolio.yaml").unlink()
    assert _files(towns) == before


def test_prefilled_form_holds_no_price(tmp_path: Path) -> None:
    """Neither the column of a price nor an amount of the workspace is in the form."""
    town = _workspace(tmp_path / "towns" / "a", CITY)
    text = (town / "systems.yaml").read_text("utf-8")
    at = text.index("\n    end: ") + 1
    priced = f"{text[:at]}    monthly_fee: 1234567\n{text[at:]}"
    (town / "systems.yaml").write_text(priced, "utf-8")
    call("forms", "write", tmp_path / "towns", tmp_path / "forms")
    (file,) = (tmp_path / "forms").iterdir()
    form = Form(file.read_bytes())
    shown = {
        str(cell.value)
        for sheet in form.book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
    assert not any("1234567" in each or "円" in each for each in shown)
    assert _collect(tmp_path / "forms", tmp_path / "towns").code == 0
    assert (town / "systems.yaml").read_text("utf-8") == priced


def test_answers_go_into_the_lines_that_they_change(tmp_path: Path) -> None:
    """A workspace keeps its comments and its prices; only what differs is changed."""
    town = _workspace(tmp_path / "towns" / "462250", CITY)
    text = (town / "systems.yaml").read_text("utf-8")
    call("forms", "write", tmp_path / "towns", tmp_path / "forms", "--lang", "en")
    (file,) = (tmp_path / "forms").iterdir()
    form = Form(file.read_bytes())
    form.put("units", "juki", Package="新しいパッケージ")
    form.put("progress", "kojin", Steps_done=12, Steps_in_progress=3)
    form.save(file)
    result = _collect(tmp_path / "forms", tmp_path / "towns")
    assert result.code == 0, result.out
    after = (town / "systems.yaml").read_text("utf-8")
    old, new = text.splitlines(), after.splitlines()
    assert [each for each in new if each not in old] == [
        "        package: 新しいパッケージ"
    ]
    progress = (town / "progress.yaml").read_text("utf-8")
    assert "  - {system: kojin, counts: {done: 12, started: 3}}" in progress


def test_what_is_emptied_stays(tmp_path: Path) -> None:
    """Blank cells and rows that were deleted take nothing away, and that is told."""
    towns = tmp_path / "towns"
    town = _workspace(towns / "462250", CITY)
    before = (town / "systems.yaml").read_bytes()
    call("forms", "write", towns, tmp_path / "forms", "--lang", "en")
    (file,) = (tmp_path / "forms").iterdir()
    form = Form(file.read_bytes())
    form.put("units", "juki", Vendor=None)
    form.sheet("units").delete_rows(form.row("units", "kojin"))
    form.save(file)
    result = _collect(tmp_path / "forms", towns)
    assert result.code == 0, result.out
    told = _one_line(result.out)
    assert "1 value is empty in the form and stays in the workspace: juki: vendor" in (
        told
    )
    assert "units that the form does not list stay in systems.yaml: kojin" in told
    assert (town / "systems.yaml").read_bytes() == before


def test_spreadsheet_edits_do_not_matter(tmp_path: Path) -> None:
    """Added columns, sorted rows, renamed sheets, dates and wide digits are read."""
    form = filled_form()
    progress = form.sheet("progress")
    progress.insert_cols(1)
    progress["A5"] = "整理番号"
    top = form.head("progress", "System id")[0]
    rows = [[c.value for c in row] for row in progress.iter_rows(min_row=top + 1)]
    for place, values in enumerate(reversed(rows), start=top + 1):
        for column, value in enumerate(values, start=1):
            progress.cell(place, column).value = value
    form.put("contracts", "k01", Contract_end=date(2026, 3, 31))
    form.put("designated", "kojin", Planned_completion="令和１２年３月")
    for number, sheet in enumerate(form.book):
        sheet.title = f"Sheet{number}"
    path = tmp_path / "forms" / "a.xlsx"
    path.parent.mkdir()
    form.book.save(path)
    result = _collect(path.parent, tmp_path / "out")
    assert result.code == 0, result.out
    written = (tmp_path / "out" / "462250" / "progress.yaml").read_text("utf-8")
    assert "system: juki, as_of: 2026-01-05, counts: {done: 34}" in written
    systems = (tmp_path / "out" / "462250" / "systems.yaml").read_text("utf-8")
    assert "completion: 2030-03-31" in systems


def test_every_unusable_cell_is_named(tmp_path: Path) -> None:
    """File, sheet and cell of what is left out; the rest of the form is taken."""
    form = filled_form()
    form.put("designated", "juki", Reason="9", Planned_completion="いつか")
    form.put("progress", "hojin", Steps_done="たくさん", Steps_in_progress=2)
    form.put("progress", "keiji", Steps_done=39, Steps_in_progress=2)
    form.put("progress", "kotei", Live_since="1990-01-01")
    form.put("progress", "seiho", Live_since="2026-01-01")
    form.put("progress", "koki", As_of="R8.1", Steps_done=3)
    form.put("units", "koki", Applies="no")
    form.save(tmp_path / "a.xlsx")
    result = _collect(tmp_path / "a.xlsx", tmp_path / "out")
    assert result.code == 0, result.out
    told = _one_line(result.out)

    def cell(sheet: str, key: str, letters: str) -> str:
        title = {"designated": "Designated systems", "progress": "Progress"}[sheet]
        return f"a.xlsx[{title}]!{letters}{form.row(sheet, key)}: warning[STD023]"

    for sheet, key, letters, words in (
        ("designated", "juki", "D", "'9' is none of the reasons 1 to 4"),
        ("designated", "juki", "F", "'いつか' was not understood as a date"),
        ("progress", "hojin", "D", "'たくさん' is no number of steps"),
        ("progress", "keiji", "D", "41 steps are told, but there are 40"),
        ("progress", "kotei", "G", "1990-01-01 lies before the law"),
        ("progress", "seiho", "G", "left out: the system does not apply here"),
        ("progress", "koki", "C", "a day is wanted here, not a month: 'R8.1'"),
    ):
        assert f"{cell(sheet, key, letters)} {words}" in told
    assert "nothing says why the system does not apply" in told
    assert "1 form: 0 taken, 1 taken with remarks, 0 not taken" in told
    assert read_workspace(Request(tmp_path / "out" / "462250")).faults == []


def test_one_bad_form_hides_no_other(tmp_path: Path) -> None:
    """Damaged, foreign and nameless files are named with their faults; code 2."""
    forms = tmp_path / "forms"
    good = filled_form()
    good.save(forms / "1.xlsx")
    (forms / "2.xlsx").write_bytes(good.bytes()[:3000])
    (forms / "3.xlsx").write_bytes(b"not a workbook at all")
    nameless = blank_form("名なし町", None)
    row = nameless.head("town", "Municipality")[0] + 1
    nameless.sheet("town").cell(row, 1).value = None
    nameless.save(forms / "4.xlsx")
    (forms / "letter.pdf").write_bytes(b"%PDF")
    (forms / "~$1.xlsx").write_bytes(b"")
    result = _collect(forms, tmp_path / "out")
    assert result.code == 2
    told = _one_line(result.out)
    assert "4 forms: 1 taken, 0 taken with remarks, 3 not taken" in told
    assert "2.xlsx:1:1: error[STD020] the file is cut off or damaged" in told
    assert "3.xlsx:1:1: error[STD022] this is no form" in told
    assert "the form does not say whose it is" in told
    assert "1 other file was not read: letter.pdf" in told
    assert {each.name for each in (tmp_path / "out").iterdir()} == {
        "462250",
        "portfolio.yaml",
    }


def test_second_form_of_a_town_is_not_taken(tmp_path: Path) -> None:
    """Both files are named; the first holds."""
    forms = tmp_path / "forms"
    filled_form().save(forms / "1.xlsx")
    second = filled_form().put("units", "juki", Section="別の課")
    second.save(forms / "2.xlsx")
    result = _collect(forms, tmp_path / "out")
    assert result.code == 2
    told = _one_line(result.out)
    assert f"a form of '見本町' was taken already: {forms.as_posix()}/1.xlsx" in told
    assert f"{forms.as_posix()}/2.xlsx[Municipality]!A5: error[STD022]" in told
    written = (tmp_path / "out" / "462250" / "systems.yaml").read_text("utf-8")
    assert "別の課" not in written


def test_dry_run_writes_nothing_and_shows_the_changes(tmp_path: Path) -> None:
    """Each change is shown as an import shows it."""
    town = _workspace(tmp_path / "towns" / "462250", CITY)
    before = _files(tmp_path / "towns")
    call("forms", "write", tmp_path / "towns", tmp_path / "forms", "--lang", "en")
    (file,) = (tmp_path / "forms").iterdir()
    Form(file.read_bytes()).put("units", "juki", Section="窓口課").save(file)
    result = _collect(tmp_path / "forms", tmp_path / "towns", "--dry-run")
    assert result.code == 0, result.out
    assert "-> 窓口課" in result.out
    assert "nothing was written (--dry-run)" in result.err
    assert _files(tmp_path / "towns") == before
    assert town.is_dir()


def test_towns_without_a_form_are_named(tmp_path: Path) -> None:
    """The list tells who has not sent theirs, by code or by name."""
    rows = "団体コード,団体名\n462250,見本町\n012025,函館市\n,架空村\n"
    (tmp_path / "towns.csv").write_text(rows, "utf-8")
    filled_form().save(tmp_path / "forms" / "1.xlsx")
    list_ = ("--towns", tmp_path / "towns.csv")
    result = _collect(tmp_path / "forms", tmp_path / "out", *list_)
    assert result.code == 0
    assert "No form yet from 2 of 3: 函館市 (012025), 架空村\n" in result.out


def test_forty_towns_take_seconds(tmp_path: Path) -> None:
    """Forms of 40 towns go out and come back; each of them is a workspace."""
    rows = "".join(f"第{number}町\n" for number in range(40))
    (tmp_path / "towns.csv").write_text(f"団体名\n{rows}", "utf-8")
    forms, out = tmp_path / "forms", tmp_path / "out"
    before = process_time()
    assert call("forms", "write", tmp_path / "towns.csv", forms).code == 0
    result = _collect(forms, out, "--towns", tmp_path / "towns.csv")
    assert process_time() - before < 20
    assert result.code == 0
    assert "The forms of all 40 on the list are here.\n" in result.out
    assert sum(each.is_dir() for each in out.iterdir()) == 40


@pytest.mark.parametrize("name", NAMES)
def test_hostile_words_stay_words(tmp_path: Path, name: str) -> None:
    """A name that would be code is a name in the form and in the workspace."""
    form = blank_form(name, None)
    form.put("units", "juki", Section=name, Vendor=name, Package=name)
    form.put("designated", "juki", Explanation=name)
    form.save(tmp_path / "a.xlsx")
    out = tmp_path / "out"
    result = _collect(tmp_path / "a.xlsx", out)
    assert result.code == 0, result.out
    (place,) = (each for each in out.iterdir() if each.is_dir())
    opened = read_workspace(Request(place))
    assert opened.faults == []
    assert opened.inventory is not None
    file = opened.inventory.file
    juki = next(each for each in file.systems if each.id == "juki")
    unit = juki.units[0]
    assert file.municipality.name == name
    assert (unit.section, unit.vendor, unit.package) == (name, name, name)
    assert juki.designated is not None
    assert juki.designated.explanation == name


def test_workspace_of_another_name_is_found_by_its_town(tmp_path: Path) -> None:
    """A form goes to the workspace of its town, whatever the folder is called."""
    town = _workspace(tmp_path / "towns" / "aira", CITY)
    call("forms", "write", tmp_path / "towns", tmp_path / "forms", "--lang", "en")
    (file,) = (tmp_path / "forms").iterdir()
    Form(file.read_bytes()).put("units", "juki", Package="新").save(file)
    assert _collect(tmp_path / "forms", tmp_path / "towns").code == 0
    assert "package: 新" in (town / "systems.yaml").read_text("utf-8")
    assert {each.name for each in (tmp_path / "towns").iterdir()} == {
        "aira",
        "portfolio.yaml",
    }


def test_broken_workspace_is_left_alone(tmp_path: Path) -> None:
    """A form of a town whose files are at fault is not taken, with those faults."""
    place = tmp_path / "towns" / "462250"
    place.mkdir(parents=True)
    (place / "systems.yaml").write_text("schema: stdmig.systems/1\n", "utf-8")
    filled_form().save(tmp_path / "1.xlsx")
    result = _collect(tmp_path / "1.xlsx", tmp_path / "towns")
    assert result.code == 2
    assert "462250/systems.yaml" in _one_line(result.out)
    assert _files(place) == {"systems.yaml": b"schema: stdmig.systems/1\n"}


def test_forms_without_a_folder_are_a_mistake(tmp_path: Path) -> None:
    """The last word is the folder of the workspaces."""
    path = filled_form().save(tmp_path / "1.xlsx")
    result = call("forms", "collect", path)
    assert result.code == 2
    assert "name the folder of the workspaces behind the forms" in result.err
