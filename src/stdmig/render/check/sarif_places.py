"""Places in files as SARIF names them (SARIFの位置)."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from stdmig.diagnostics import Location
from stdmig.render.check.path import absolute, below, is_packaged
from stdmig.words import text

_ROOT, _PACKAGE = "%SRCROOT%", "%STDMIG%"
BASES = {
    _ROOT: text("the folder in which stdmig was run"),
    _PACKAGE: text("the files that come with stdmig"),
}


def located(location: Location, folder: str) -> dict[str, Any]:
    """Return a SARIF location; see `Run.folder`."""
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(location.file, folder),
            "region": {
                "startLine": location.line,
                "startColumn": location.column,
            },
        }
    }


def _artifact(file: str, folder: str) -> dict[str, str]:
    if is_packaged(file):
        # "sample:systems.yaml" would be an address of an unknown kind.
        return {"uri": _encoded(file.replace(":", "/", 1)), "uriBaseId": _PACKAGE}
    path = below(file, folder)
    if path is not None:
        return {"uri": _encoded(path), "uriBaseId": _ROOT}
    whole = absolute(file, folder)
    # A path of Windows begins with its drive, not with a slash.
    return {"uri": f"file://{'' if whole[:1] == '/' else '/'}{_encoded(whole)}"}


def _encoded(path: str) -> str:
    return quote(path, errors="surrogateescape")
