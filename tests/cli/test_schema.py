"""``stdmig schema``: what it prints and writes."""

from __future__ import annotations

import json
from pathlib import Path

from stdmig.inventory.schema.files import INPUT_FILES
from tests.command import call, run


def test_schema_of_one_file() -> None:
    """It is printed as JSON in the language that is asked for."""
    done = call("schema", "systems", "--lang", "en")
    assert (done.code, done.err) == (0, "")
    schema = json.loads(done.out)
    assert schema["$id"] == "urn:stdmig:systems:1"
    assert schema["title"] == "Systems and contracts"


def test_all_schemas_into_a_folder(tmp_path: Path) -> None:
    """Each file is named, then the line by which an editor finds a schema."""
    target = tmp_path / "schemas"
    done = call("schema", "all", target, "--lang", "en")
    assert done.code == 0
    names = [file.schema_name for file in INPUT_FILES]
    assert sorted(each.name for each in target.iterdir()) == sorted(names)
    assert done.err.splitlines() == [
        *(f"written: {(target / name).as_posix()}" for name in names),
        "An editor finds a schema by a line such as this above the first key:",
        "# yaml-language-server: $schema=schemas/stdmig.systems-1.schema.json",
    ]


def test_all_schemas_need_no_name_of_a_folder(tmp_path: Path) -> None:
    """They go into ``schemas``, where the lines of new files look for them."""
    done = run("schema", "all", cwd=tmp_path)
    assert done.code == 0
    assert [each.name for each in tmp_path.iterdir()] == ["schemas"]
    assert done.err.splitlines()[-1] == (
        "# yaml-language-server: $schema=schemas/stdmig.systems-1.schema.json"
    )
    again = run("schema", "all", cwd=tmp_path)
    assert again.code == 2
    assert "schemas/stdmig.systems-1.schema.json exists already" in again.err
    assert run("schema", "all", "", cwd=tmp_path).code == 2


def test_nothing_is_replaced_unless_asked_for(tmp_path: Path) -> None:
    """A schema that is there already stays; --force writes it anew."""
    assert call("schema", "all", tmp_path).code == 0
    before = (tmp_path / INPUT_FILES[0].schema_name).read_bytes()
    done = call("schema", "all", tmp_path, "--lang", "en")
    assert done.code == 2
    assert "exists already; --force replaces it" in done.err
    assert call("schema", "all", tmp_path, "--force").code == 0
    assert (tmp_path / INPUT_FILES[0].schema_name).read_bytes() == before


def test_unwritable_folder(tmp_path: Path) -> None:
    """A file in the place of the folder is named, and stays."""
    (tmp_path / "a").write_text("x", encoding="utf-8")
    done = call("schema", "all", tmp_path / "a")
    assert done.code == 2
    assert "is a file, not a folder" in done.err
