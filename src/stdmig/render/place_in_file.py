"""Where something is written, for a reader of another machine (記載箇所)."""

from __future__ import annotations

from stdmig.diagnostics import Location


def place_in_file(location: Location) -> str:
    """
    Return file, line and column, without the folders of whoever made the paper.

    All files of a workspace lie in one folder; where that is on somebody's disk is
    nobody else's business, and the same plan gives the same paper wherever it lies.
    """
    name = location.file.replace("\\", "/").rsplit("/", 1)[-1]
    return str(location._replace(file=name))
