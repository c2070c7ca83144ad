"""A progress.yaml in which nothing is recorded yet (進捗ファイルの雛形)."""

from __future__ import annotations

from stdmig.inventory.progress import ProgressFile
from stdmig.inventory.schema.files import INPUT_FILES
from stdmig.inventory.schema.modeline import modeline
from stdmig.inventory.writing.comment import comment
from stdmig.words import Style, text

_HEADER = text(
    "Progress: what is live, and how far the work on the other systems is\n"
    "\n"
    "'stdmig progress' writes into this file and keeps everything else in it. You\n"
    "may as well change it by hand. What follows '#' is a remark and is not read.\n"
    "After every change by hand run 'stdmig check': it says what is wrong, and where."
)
_LIVE = text(
    "live   Systems of which the standard-compliant system serves already:\n"
    "       stdmig progress live SYSTEM --since DATE"
)
_TASKS = text(
    "tasks  How far the work is. A task is named by its id, as the plan shows it, or\n"
    "       by item and system; an item alone means all of its tasks that have no\n"
    "       line of their own. status: done, started, not_started, not_applicable\n"
    "       stdmig progress set TASK done --start DATE --finish DATE\n"
    "       stdmig progress set TASK started --start DATE --remaining MONTHS"
)
_STEPS = text(
    "steps  The steps that the ministry counts, by their numbers. What is not named\n"
    "       is not begun:\n"
    "       stdmig progress steps SYSTEM --done 1-23 --started 24"
)
_FILE = next(file for file in INPUT_FILES if file.model is ProgressFile)


def begun_progress_yaml(style: Style) -> bytes:
    """Write a ``progress.yaml`` whose remarks say what goes where, with empty lists."""
    lines = [
        *comment(_HEADER, style),
        modeline(_FILE),
        f"schema: {_FILE.schema_id}",
        "",
        *comment(_LIVE, style),
        "live: []",
        "",
        *comment(_TASKS, style),
        "tasks: []",
        "",
        *comment(_STEPS, style),
        "steps: []",
    ]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
