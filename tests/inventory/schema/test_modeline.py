"""The comment that leads an editor to a schema (スキーマの指定)."""

from __future__ import annotations

from stdmig.inventory.schema.files import INPUT_FILES
from stdmig.inventory.schema.modeline import modeline, with_modeline
from tests.helpers import ROOT

SYSTEMS = INPUT_FILES[0]
LINE = "# yaml-language-server: $schema=schemas/stdmig.systems-1.schema.json"


def test_modeline() -> None:
    """It names a schema beside the file, or in any other folder."""
    assert modeline(SYSTEMS) == LINE
    assert modeline(SYSTEMS, "../docs/schemas") == LINE.replace(
        "=schemas", "=../docs/schemas"
    )


def test_modeline_is_put_on_top_or_in_the_place_of_another() -> None:
    """No file has two of them, and what stands below the first key stays."""
    assert with_modeline(SYSTEMS, "schema: x\n") == f"{LINE}\nschema: x\n"
    old = "# 一覧\n# yaml-language-server: $schema=a.json\nschema: x\n"
    assert with_modeline(SYSTEMS, old) == f"# 一覧\n{LINE}\nschema: x\n"
    below = "schema: x\n# yaml-language-server: $schema=a.json\n"
    assert with_modeline(SYSTEMS, below) == f"{LINE}\n{below}"


def test_shipped_files_lead_to_their_schemas() -> None:
    """Every shipped file names its schema by a path that exists, above its keys."""
    for folder in ("data", "examples/designated-town", "examples/small-town"):
        for file in INPUT_FILES:
            path = ROOT / folder / file.name
            if not path.exists():
                continue
            head = path.read_text(encoding="utf-8").partition("\nschema:")[0]
            (line,) = [each for each in head.split("\n") if "language-server" in each]
            target = line.partition("=")[2]
            assert target.endswith(file.schema_name)
            assert (path.parent / target).is_file()
