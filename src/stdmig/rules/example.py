"""A few lines of YAML that show a fault (例)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.words import Style, Text


class Example(NamedTuple):
    """
    YAML in which a rule fires.

    Attributes
    ----------
    yaml
        The lines; ``{remark}`` stands where a comment belongs.
    remark
        The comment.
    """

    yaml: str
    remark: Text | None = None

    def into(self, style: Style) -> str:
        """Return the lines with their comment for a reader of `style`."""
        if self.remark is None:
            return self.yaml
        return self.yaml.replace("{remark}", self.remark.into(style))
