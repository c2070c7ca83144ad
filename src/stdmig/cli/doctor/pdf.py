"""The optional part for PDF (PDFの部品)."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from stdmig.cli.doctor.found import note, ok
from stdmig.cli.doctor.heard import brief
from stdmig.render.doctor.checkup import Check
from stdmig.words import text

_PART = "typst"


def check_pdf() -> Check:
    """Return whether ``stdmig export pdf`` finds its part, and whether it works."""
    instead = text("print the page of stdmig export html from a browser")
    try:
        there = version(_PART)
    except PackageNotFoundError:
        says = text("the optional part '{module}' is not installed", module=_PART)
        return note(says, instead, version=None, works=False)
    try:
        import stdmig.render.chart.pdf  # noqa: F401
    except Exception as error:
        # A part made for another machine fails in ways of its own.
        says = text(
            "the optional part '{module}' {version} does not work here: {error}",
            module=_PART,
            version=there,
            error=brief(str(error)),
        )
        return note(says, instead, version=there, works=False)
    says = text("{name} {version}", name=_PART, version=there)
    return ok(says, version=there, works=True)
