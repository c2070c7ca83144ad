"""MS Project's format as mpxj reads and schedules it, in a Java machine (mpxj)."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any


@cache
def java() -> SimpleNamespace:
    """Start the machine, once for all tests, and return the classes they use."""
    import jpype  # type: ignore[import-untyped]
    import mpxj  # type: ignore[import-untyped]

    assert mpxj
    if not jpype.isJVMStarted():
        jpype.startJVM(convertStrings=True)
    return SimpleNamespace(
        reader=jpype.JClass("org.mpxj.reader.UniversalProjectReader"),
        scheduler=jpype.JClass("org.mpxj.cpm.MicrosoftScheduler"),
        duration=jpype.JClass("org.mpxj.Duration"),
        unit=jpype.JClass("org.mpxj.TimeUnit"),
        day=jpype.JClass("java.time.LocalDate"),
        kind=jpype.JClass("java.lang.Class"),
    )


def read(data: bytes, folder: Path) -> Any:
    """Return a project as mpxj understands it."""
    file = folder / "plan.xml"
    file.write_bytes(data)
    return java().reader().read(str(file))


def scheduled(project: Any) -> None:
    """Throw away all dates of a project and compute them again."""
    java().scheduler().schedule(project, project.getProjectProperties().getStartDate())


def spans(project: Any) -> dict[str, tuple[datetime, datetime]]:
    """Return start and finish of every row, by its number and name."""
    return {
        f"{task.getUniqueID()} {task.getName()}": (
            moment(task.getStart()),
            moment(task.getFinish()),
        )
        for task in project.getTasks()
    }


def by_id(project: Any) -> dict[str, Any]:
    """Return the tasks of the plan by our ids, which stand in a free field."""
    named = {task.getText(1): task for task in project.getTasks()}
    named.pop(None, None)
    return named


def moment(written: Any) -> datetime:
    """Return a Java moment as our own."""
    return datetime.fromisoformat(str(written))
