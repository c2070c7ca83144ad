"""``stdmig import steps`` and ``export steps``: the ministry's form, in and out."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.styles import PatternFill

from stdmig.intake.sheet.read import read_sheets
from stdmig.inventory.progress import ProgressFile, Status
from stdmig.inventory.status_words import STATUS_NAMES
from stdmig.inventory.step_states import states_of
from stdmig.workspace import Request, open_workspace
from tests.command import Result, call
from tests.hostile import NAMES as HOSTILE
from tests.intake.books import book, parts
from tests.steps_books import (
    DONE,
    HEAD,
    form,
    published,
    sheet,
    states,
    town,
)

RECORDS = """\
schema: stdmig.progress/1
steps:
  - {system: juki, done: [1-30], started: [31-32]}
  - {system: kojin, done: [1-20], not_applicable: [21-23]}
  - {system: kodomo}
"""


def _import(file: Path, folder: Path, *options: str) -> Result:
    return call("import", "steps", file, "-w", folder, *options)


def _put(folder: Path, data: bytes, name: str = "form.xlsx") -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


def _progress(folder: Path) -> ProgressFile:
    inventory, faults = open_workspace(Request(folder))
    assert inventory is not None, faults
    assert inventory.progress is not None
    return inventory.progress


def test_new_file(tmp_path: Path) -> None:
    """Where nothing is recorded yet the file is made; 対象外 as a whole needs none."""
    folder = town(tmp_path / "town")
    file = _put(tmp_path, published())
    result = _import(file, folder, "--yes", "--as-of", "2026-01-31")
    assert (result.code, result.err) == (
        0,
        "the form names 40 steps; --write-steps writes them into"
        f" {folder}/steps.yaml\nwritten: {folder}/progress.yaml\n",
    )
    assert (
        (folder / "progress.yaml")
        .read_text("utf-8")
        .endswith(
            "steps:\n"
            "  - {system: juki, as_of: 2026-01-31, done: 1-30, started: 31-32}"
            "  # Basic resident register\n"
            "  - {system: kojin, as_of: 2026-01-31, done: 1-20,"
            " not_applicable: 21-23}  # Individual resident tax\n"
            "  - {system: kodomo, as_of: 2026-01-31}"
            "  # Child and childcare support\n"
        )
    )
    again = _import(file, folder, "--yes", "--as-of", "2026-01-31")
    assert again.code == 0
    assert f"{folder}/progress.yaml says all of this already." in again.out


def test_dry_run_and_no_terminal_write_nothing(tmp_path: Path) -> None:
    """Nothing is written unless somebody agrees."""
    folder = town(tmp_path / "town")
    file = _put(tmp_path, published())
    shown = _import(file, folder, "--dry-run")
    assert (shown.code, shown.err.splitlines()[-1]) == (
        0,
        "nothing was written (--dry-run)",
    )
    assert "+ system Basic resident register (new)" in shown.out
    refused = _import(file, folder)
    assert refused.code == 2
    assert "there is no terminal to ask at; nothing was written" in refused.err
    assert sorted(each.name for each in folder.iterdir()) == ["systems.yaml"]


def test_rejected_cells(tmp_path: Path) -> None:
    """They are named, what they stand for stays, the rest is written, the end is 2."""
    folder = town(tmp_path / "town", RECORDS)
    words: list[str | None] = list(states(40))
    words[30], words[31] = "ほぼ完了", None
    file = _put(tmp_path, form(HEAD, ("鹿児島県", "見本町", "住民記録", *words)))
    result = _import(file, folder, "--yes")
    assert result.code == 2
    assert (
        f"{file}[一覧]!AH2: warning[STD023] Basic resident register, step 31:"
        " 'ほぼ完了' is none of the four states\n" in result.err
    )
    assert result.err.endswith(
        "error: 1 cell named above is not understood; correct it in the form, or"
        " record the step by hand\n"
    )
    assert "2 steps have no state in the form" in result.out
    record = _progress(folder).steps[0]
    assert (record.done, record.started) == (("1-30", "33-40"), ("31-32",))


def test_names_of_the_steps(tmp_path: Path) -> None:
    """The header's names become steps.yaml where it is wanted; never over another."""
    folder = town(tmp_path / "town")
    file = _put(tmp_path, published())
    result = _import(file, folder, "--yes", "--write-steps")
    assert (result.code, result.err.splitlines()[-2:]) == (
        0,
        [f"written: {folder}/steps.yaml", f"written: {folder}/progress.yaml"],
    )
    inventory, faults = open_workspace(Request(folder))
    assert (faults, inventory is not None) == ([], True)
    assert inventory is not None
    assert inventory.steps is not None
    named = {each.number: (each.name, each.item) for each in inventory.steps.steps}
    assert (len(named), named[1]) == (40, ("第1の作業", None))
    assert named[24] == ("RFPベンダー質問回答", "9")
    before = (folder / "steps.yaml").read_bytes()
    again = _import(file, folder, "--yes", "--write-steps")
    assert f"{folder}/steps.yaml is there already; its names stay" in again.err
    assert (folder / "steps.yaml").read_bytes() == before


def test_hostile_names_of_steps(tmp_path: Path) -> None:
    """Headings that try to become code are names like others."""
    names = [f"{name}"[:500] for name in HOSTILE]
    head = (*HEAD[:3], *names, *HEAD[3 + len(names) :])
    head = tuple(each.replace("RFP", "") for each in head)
    folder = town(tmp_path / "town")
    data = form(head, ("鹿児島県", "見本町", "住民記録", *states(3)))
    result = _import(_put(tmp_path, data), folder, "--yes", "--write-steps")
    assert result.code == 0, result.err
    inventory, faults = open_workspace(Request(folder))
    assert inventory is not None, faults
    assert inventory.steps is not None
    assert {each.number: each.name for each in inventory.steps.steps}[1] == HOSTILE[0]


def test_one_form_into_several_workspaces(tmp_path: Path) -> None:
    """Each takes its rows; one that cannot does not keep the others from theirs."""
    one, two = town(tmp_path / "one"), town(tmp_path / "two")
    text = (two / "systems.yaml").read_text("utf-8")
    text = text.replace("見本町", "霧島市").replace("462250", "462187")
    (two / "systems.yaml").write_text(text, "utf-8")
    broken = tmp_path / "broken"
    file = _put(tmp_path, published())
    result = _import(file, one, "-w", str(broken), "-w", str(two), "--yes")
    assert result.code == 2
    assert f"{broken}/systems.yaml:1:1: error[STD015]" in result.err
    assert _progress(one).steps[0].done == ("1-30",)
    assert _progress(two).steps[0].done == ("1-40",)


def test_one_form_into_all_workspaces_of_a_folder(tmp_path: Path) -> None:
    """A folder or a list stands for its workspaces; what it lacks ends with 2."""
    one, two = town(tmp_path / "one"), town(tmp_path / "two")
    text = (two / "systems.yaml").read_text("utf-8")
    text = text.replace("見本町", "霧島市").replace("462250", "462187")
    (two / "systems.yaml").write_text(text, "utf-8")
    file = _put(tmp_path, published())
    result = call("import", "steps", file, "--into", tmp_path, "--yes")
    assert (result.code, result.err.splitlines()[-2:]) == (
        0,
        [f"written: {one}/progress.yaml", f"written: {two}/progress.yaml"],
    )
    assert _progress(one).steps[0].done == ("1-30",)
    assert _progress(two).steps[0].done == ("1-40",)
    listed = tmp_path / "portfolio.yaml"
    listed.write_text("schema: stdmig.portfolio/1\nworkspaces: [one, gone*]\n", "utf-8")
    result = call("import", "steps", file, "--into", listed, "--yes")
    assert result.code == 2
    assert f"{listed}:2:19: error[STD015]" in result.err
    assert "no workspace has a name like 'gone*'" in result.err
    assert f"{one}/progress.yaml says all of this already." in result.out


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\x89PNG", "this is a picture, not a table"),
        (form(("a", "b")), "no table of the steps per system was found"),
        (
            form(HEAD, ("宮崎県", "都城市", "住民記録", *states(1))),
            "the form has no row of 見本町 (462250)",
        ),
    ],
    ids=["picture", "table", "others"],
)
def test_what_cannot_be_read(tmp_path: Path, data: bytes, told: str) -> None:
    """Nothing is written, and the end is 2."""
    folder = town(tmp_path / "town", RECORDS)
    result = _import(_put(tmp_path, data), folder, "--yes")
    assert result.code == 2
    assert told in result.err
    assert (folder / "progress.yaml").read_text("utf-8") == RECORDS


def _export(folder: Path, *options: str | Path) -> Result:
    return call("export", "steps", "-w", folder, *options)


def _bomb() -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts(sheet(HEAD)).items():
            archive.writestr(name, content)
        with archive.open("xl/worksheets/sheet2.xml", "w") as part:
            for _ in range(256):
                part.write(b"\0" * 2**20)
    return stream.getvalue()


@pytest.mark.parametrize("kind", ["bomb", "entities", "csv"])
def test_forms_that_are_not_filled_in(tmp_path: Path, kind: str) -> None:
    """The limits of reading hold before anything is written."""
    made = parts(sheet(HEAD), prolog='<!DOCTYPE x [<!ENTITY a "b">]>')
    table = ",".join(HEAD) + "\r\n" + ",".join(("県", "見本町", "住民記録", *states(1)))
    data = {"bomb": _bomb(), "entities": book(made), "csv": table.encode("cp932")}[kind]
    told = {
        "bomb": "the workbook is too large once it is unpacked",
        "entities": "the workbook holds definitions that Excel never writes",
        "csv": "only an Excel workbook (.xlsx) can be filled in",
    }[kind]
    output = tmp_path / "out.xlsx"
    folder = town(tmp_path / "town", RECORDS)
    result = _export(folder, "--form", _put(tmp_path, data), "--output", output)
    assert result.code == 2
    assert told in result.err
    assert not output.exists()


def _cells(data: bytes) -> list[list[object]]:
    (found,), faults = read_sheets("form.xlsx", data)
    assert faults == []
    return [[cell.value for cell in row] for row in found.rows]


def test_form_is_filled_in(tmp_path: Path) -> None:
    """The town's cells say what is recorded; all others, known or not, stay."""
    rows = [
        (*HEAD, "備考"),
        ("鹿児島県", "霧島市", "住民記録", *states(40), "他団体"),
        ("鹿児島県", "見本町", "住民記録", *[None] * 40, "様式の備考"),
        ("鹿児島県", "見本町", "介護保険", *states(5), None),
        ("鹿児島県", "見本町", "生活保護", *states(0), None),
    ]
    folder = town(tmp_path / "town", RECORDS)
    output = tmp_path / "out.xlsx"
    file = _put(tmp_path, form(*rows))
    result = _export(folder, "--form", file, "--output", output)
    assert (result.code, result.err.splitlines()) == (
        0,
        [
            "the form has no row for: Individual resident tax, Child and childcare"
            " support",
            "80 cells of the form say another state now",
            f"written: {output}",
        ],
    )
    rows[2] = (*rows[2][:3], *states(30, 2), "様式の備考")
    rows[4] = (*rows[4][:3], *states(0, 0, 40), None)
    assert _cells(output.read_bytes()) == [list(row) for row in rows]


def test_formulas_are_not_written_over(tmp_path: Path) -> None:
    """A state that is reckoned is named with its cell; the rest is written."""
    inner = sheet(HEAD, ("鹿児島県", "見本町", "住民記録", *states(0)))
    old = f'<c r="D2" t="inlineStr"><is><t>{states(0)[0]}</t></is></c>'
    reckoned = f'<c r="D2" t="str"><f>"未着"&amp;"手"</f><v>{states(0)[0]}</v></c>'
    assert old in inner
    file = _put(tmp_path, book(parts(inner.replace(old, reckoned))))
    folder = town(tmp_path / "town", RECORDS)
    output = tmp_path / "out.xlsx"
    result = _export(folder, "--form", file, "--output", output)
    assert result.code == 2
    assert f"{file}[一覧]!D2: error[STD025] the cell holds a formula" in result.err
    assert _cells(output.read_bytes())[1][3:6] == [states(0)[0], DONE, DONE]


def test_counts_cannot_be_written(tmp_path: Path) -> None:
    """Where only the number of steps is known, the system is named, its cells stay."""
    folder = town(
        tmp_path / "town",
        "schema: stdmig.progress/1\nsteps:\n  - {system: juki, counts: {done: 34}}\n",
    )
    output = tmp_path / "out.xlsx"
    result = _export(folder, "--output", output)
    assert result.code == 0
    assert result.err.startswith(
        "only the number of steps is recorded, not which: Basic resident register;"
        " their cells stay as they are\n"
    )
    assert _cells(output.read_bytes())[2][3:6] == ["住民基本台帳", None, None]


@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.dictionaries(
        st.sampled_from(("juki", "kojin", "kodomo")),
        st.lists(st.sampled_from(tuple(STATUS_NAMES)), min_size=40, max_size=40),
        min_size=1,
    ),
    st.booleans(),
)
def test_round_trip(
    tmp_path: Path, recorded: dict[str, list[Status]], given_form: bool
) -> None:
    """Written into a form and read back, the records say the same of every step."""
    lines = ["schema: stdmig.progress/1", "steps:"]
    for system, found in recorded.items():
        keys = [
            f"{state}: [{', '.join(steps)}]"
            for state in ("done", "started", "not_applicable")
            if (steps := [str(n) for n, each in enumerate(found, 1) if each == state])
        ]
        lines.append("  - {" + ", ".join([f"system: {system}", *keys]) + "}")
    folder = tmp_path / "town"
    if not folder.exists():
        town(folder)
    (folder / "progress.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    output = tmp_path / "out.xlsx"
    options: list[str | Path] = ["--output", output, "--force"]
    if given_form:
        options += ["--form", _put(tmp_path, published())]
    assert _export(folder, *options).code == 0
    (folder / "progress.yaml").unlink()
    result = _import(output, folder, "--yes")
    assert result.code == 0, result.err
    read = {each.system: states_of(each, 40) for each in _progress(folder).steps}
    for system, found in recorded.items():
        assert read[system] == dict(enumerate(found, start=1))


@pytest.mark.outside("libreoffice")
def test_libreoffice_opens_what_was_filled_in(tmp_path: Path) -> None:
    """Another program reads the same cells from a new form and from a filled one."""
    folder = town(tmp_path / "town", RECORDS)
    made: Any = openpyxl.Workbook()
    made.active.title = "業務別ステップ別進捗一覧"
    made.active.append(HEAD)
    made.active.append(("鹿児島県", "見本町", "住民記録", *states(0)))
    made.active.append(("鹿児島県", "見本町", "個人住民税"))
    made.active["D2"].fill = PatternFill("solid", "FFFF00")
    file = tmp_path / "form.xlsx"
    made.save(file)
    for name, options in (("new", ()), ("filled", ("--form", file))):
        output = tmp_path / f"{name}.xlsx"
        assert _export(folder, "--output", output, *options).code == 0
        again = tmp_path / name
        profile = f"-env:UserInstallation=file://{again}/profile"
        where = ["--outdir", str(again), str(output)]
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", "xlsx", *where],
            check=True,
            capture_output=True,
            timeout=120,
        )
        saved = (again / output.name).read_bytes()
        assert _cells(saved) == _cells(output.read_bytes())
