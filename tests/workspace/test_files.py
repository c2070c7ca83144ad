"""The table of the files of a workspace (入力ファイルの一覧)."""

from __future__ import annotations

from pathlib import Path

from stdmig.inventory import Source, Sources
from stdmig.inventory.schema.files import INPUT_FILES
from stdmig.workspace.files import FIELDS, sources_from
from stdmig.workspace.open import read_sources


def test_every_file_has_its_place() -> None:
    """Table, schemas and what is read name the same files in the same order."""
    of_a_workspace = [file for file in INPUT_FILES if file.key != "portfolio"]
    assert {file.name: file.key for file in of_a_workspace} == FIELDS
    assert set(FIELDS.values()) == set(Sources._fields) - {"sample"}


def test_what_is_not_there_comes_with_the_product() -> None:
    """The steps do so only beside progress; nothing stands in for the systems."""

    def own(*names: str) -> Sources:
        held = {name: Source(name, b"") for name in ("systems.yaml", *names)}
        found = sources_from(held.get)
        assert found is not None
        return found

    alone = own()
    assert [alone.procedures.name, alone.template.name] == [
        "stdmig:procedures.yaml",
        "stdmig:schedule_template.yaml",
    ]
    assert alone.steps is None
    beside = own("progress.yaml").steps
    assert beside is not None
    assert (beside.name, beside.packaged) == ("stdmig:steps.yaml", True)
    assert own("progress.yaml", "steps.yaml").steps == Source("steps.yaml", b"")
    assert sources_from(lambda name: None) is None


def test_a_missing_file_and_an_unreadable_one_are_both_told(tmp_path: Path) -> None:
    """All that is wrong with a folder is said at once, each fault with its place."""
    (tmp_path / "costs.yaml").mkdir()
    sources, faults = read_sources(tmp_path)
    assert sources is None
    assert [(each.code, Path(each.location.file).name) for each in faults] == [
        ("STD015", "systems.yaml"),
        ("STD001", "costs.yaml"),
    ]
