"""What all tests share: the reader's language, and files that hold whole outputs."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

# Help and messages are built while the commands are imported, in the language of the
# person at the keyboard; the tests are read in English, on a screen of 80 cells.
os.environ["STDMIG_LANG"] = "en"
os.environ["COLUMNS"] = "80"

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the outputs that are held against files be written anew."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the files of tests/golden anew; read them before you commit",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str | bytes], None]:
    """Hold an output against the file of that name, to the byte."""
    update = request.config.getoption("--update-golden")

    def hold(name: str, output: str | bytes) -> None:
        content = output.encode("utf-8") if isinstance(output, str) else output
        file = GOLDEN / name
        if update:
            file.write_bytes(content)
        assert file.exists(), f"{name} is missing: run pytest --update-golden"
        # As texts first, since their difference can be read.
        assert content.decode("utf-8") == file.read_bytes().decode("utf-8")
        assert content == file.read_bytes()

    return hold
