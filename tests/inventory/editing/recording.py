"""Files of records and what is to be recorded in them, for tests (記録の試験)."""

from __future__ import annotations

from stdmig.dates import Period, parse_period
from stdmig.inventory import Inventory, Source
from stdmig.inventory.progress import ProgressFile
from stdmig.inventory.recorded import TaskSubject, TypedDay
from stdmig.inventory.validate import validate
from stdmig.inventory.yaml_events import parse
from stdmig.workspace.task_names import named_item, named_task, subjects_of
from tests.helpers import packaged, sound, workspace_text

SYSTEMS = """\
schema: stdmig.systems/1
municipality: {name: 見本町}
systems:
  - {id: juki, units: [{section: 住民課, package: みどり, procurement: midori}]}
  - id: kojin
    units:
      - {section: 税務課, package: 税, procurement: zei}
      - {section: 会計課, package: 会計, procurement: kaikei}
  - {id: hojin, units: [{section: 税務課, package: 税, procurement: zei}]}
  - id: kotei
    units: [{section: 税務課, vendor: 甲, package: '=HYPERLINK("x")', policy: stay}]
"""
"""A town with a system of two procurements, and a procurement of two systems."""

HOSTILE = '8@=HYPERLINK("x"):stay'
"""The id of a task whose procurement goes by the name of its package."""


def town() -> Inventory:
    """Return the town."""
    return sound(workspace_text(SYSTEMS, template=_TEMPLATE))


_TEMPLATE = "schema: stdmig.template/1\ndeadline: 2026-03-31\n"

TOWN = town()
KNOWN = subjects_of(TOWN)


def task(word: str) -> TaskSubject:
    """Return the task of an id."""
    found = named_task(TOWN, KNOWN, word)
    assert isinstance(found, TaskSubject), found
    return found


def item(word: str, *systems: str) -> list[TaskSubject]:
    """Return the tasks of an item."""
    found = named_item(TOWN, KNOWN, word, systems)
    subjects = [each for each in found if isinstance(each, TaskSubject)]
    assert len(subjects) == len(found)
    return subjects


def day(written: str) -> TypedDay:
    """Return a day as it is typed."""
    period = parse_period(written)
    assert isinstance(period, Period)
    return TypedDay(period, written)


def file_of(written: str) -> Source:
    """Return a text as the file."""
    return Source("progress.yaml", written.encode())


def read(data: bytes) -> ProgressFile:
    """Return what a file says, in which nothing is at fault."""
    document, faults = parse(Source("progress.yaml", data))
    assert document is not None
    assert faults == []
    file, wrong = validate(document, ProgressFile)
    assert wrong == []
    assert file is not None
    return file


def sound_with(data: bytes) -> Inventory:
    """Return the town with a ``progress.yaml``."""
    sources = workspace_text(SYSTEMS, template=_TEMPLATE)
    source = Source("progress.yaml", data)
    return sound(sources._replace(progress=source, steps=packaged("steps.yaml")))
