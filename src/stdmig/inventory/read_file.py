"""One file read into its model, with what is wrong with it (ファイルの読込み)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, TypeVar

from pydantic import BaseModel

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.document import Document
from stdmig.inventory.procedures import ProceduresFile
from stdmig.inventory.source import Source
from stdmig.inventory.steps import StepsFile
from stdmig.inventory.template import TemplateFile
from stdmig.inventory.validate import validate
from stdmig.inventory.yaml_events import parse

Model = TypeVar("Model", bound=BaseModel)


class _Read(NamedTuple):
    """One file: typed where it is sound, and what is wrong with it."""

    document: Document | None
    file: BaseModel | None
    faults: list[Diagnostic]


def typed(
    source: Source, model: type[Model], faults: list[Diagnostic]
) -> tuple[Document | None, Model | None]:
    """Read one file into `model`, adding its faults to those of other files."""
    # Only files that many workspaces have in common are worth remembering.
    shared = model in (ProceduresFile, TemplateFile, StepsFile)
    read = read_shared if shared else _read
    document, file, found = read(source, model)
    faults += found
    return document, file if isinstance(file, model) else None


def _read(source: Source, model: type[BaseModel]) -> _Read:
    document, faults = parse(source)
    if document is None:
        return _Read(None, None, faults)
    file, wrong = validate(document, model)
    # What was refused reads as blank; that it is then missing would be said twice.
    refused = {fault.location for fault in faults}
    wrong = [fault for fault in wrong if fault.location not in refused]
    return _Read(document, file, faults + wrong)


read_shared = lru_cache(maxsize=64)(_read)


def read_template(source: Source) -> TemplateFile:
    """
    Return a packaged template, which has no faults.

    Raises
    ------
    ValueError
        If it has.
    """
    faults: list[Diagnostic] = []
    _, template = typed(source, TemplateFile, faults)
    if template is None:
        raise ValueError(faults)
    return template
