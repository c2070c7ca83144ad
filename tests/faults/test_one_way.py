"""There is one way to write files (書出しの一元化)."""

from __future__ import annotations

import re

from tests.helpers import ROOT

WRITERS = {
    "workspace/drafts.py",
    "workspace/write_change.py",
    "workspace/write_folder.py",
    "workspace/write_new.py",
    "workspace/portfolio/cache.py",
    # What GitHub names is appended to, beside what others wrote there.
    "cli/job_summary.py",
}
_WRITES = re.compile(
    r"open\(\s*[^)]*\"[waxr]?b?[wax+]+b?\"|write_(bytes|text)\(|O_CREAT|mkstemp|mkdtemp"
    r"|os\.(replace|rename|link|unlink|mkdir|makedirs|chmod)\(|\.(mkdir|unlink|rmdir)\("
)


def test_nothing_else_writes() -> None:
    """No module but these opens a file to write it, or makes and removes one."""
    source = ROOT / "src" / "stdmig"
    found = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        if _WRITES.search(path.read_text("utf-8"))
    }
    assert found == WRITERS
