"""Which commands an input is put to, so that all come to their turn (コマンド)."""

from __future__ import annotations

from random import Random
from typing import Literal, NamedTuple, TypeAlias

from tests.fuzz.seeds import Seed

Format: TypeAlias = Literal[
    "text",
    "json",
    "csv",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "html",
    "xml",
    "xlsx",
    "zip",
    "ics",
    "mermaid",
    "dot",
    "pdf",
    "markdown",
    "folder",
]
"""How a result is written."""


class Line(NamedTuple):
    """
    A command line, run in the folder that holds the workspace as ``w``.

    Attributes
    ----------
    format
        Of what stands on the screen, or in `output` where it is given.
    changes
        Whether it may change files of the workspace.
    asks
        Whether its arguments may be at fault themselves, such as the id of a system.
    """

    words: tuple[str, ...]
    format: Format = "text"
    output: str | None = None
    changes: bool = False
    asks: bool = False


def _seen(*words: str, format: Format = "text", asks: bool = False) -> Line:
    return Line((*words, "-w", "w"), format, asks=asks)


def _filed(*words: str, name: str, format: Format, asks: bool = False) -> Line:
    return Line((*words, "-w", "w", "-o", name), format, name, asks=asks)


def _changed(*words: str) -> Line:
    return Line((*words, "-w", "w"), changes=True, asks=True)


_CHECKS = tuple(
    _seen("check", "--format", each, format=each)
    for each in ("text", "json", "csv", "sarif", "github", "gitlab", "junit")
)
_USUAL = (
    *_CHECKS,
    _seen("check", "--format", "json", "--fail-on", "warning", format="json"),
    _seen("check", "--format", "json", "--fail-on", "never", format="json"),
    _seen("plan"),
    _seen("plan", "--format", "json", format="json"),
    _seen("plan", "--format", "csv", format="csv"),
    _seen("plan", "--by", "system", "--full", "--assumptions"),
    _seen("plan", "--by", "section", "--lang", "ja", "--dates", "era"),
    _seen("status"),
    _seen("status", "--format", "json", format="json"),
    _seen("status", "--format", "csv", format="csv"),
    _seen("graph"),
    _seen("graph", "--of", "plan", "--format", "dot", format="dot"),
    _seen("graph", "--of", "plan", "--format", "mermaid", format="mermaid"),
    _seen("graph", "--of", "plan", "--format", "graphml", format="xml"),
    _seen("export", "budget", format="csv"),
    _seen("export", "budget", "--lang", "en", format="csv"),
    _seen("explain", "juki", asks=True),
    _seen("explain", "juki", "1", asks=True),
    _seen("explain", "inkan", "5", "--format", "json", format="json", asks=True),
    _seen("explain", "kojin", "3", asks=True),
    _seen("compare", "--scenario", "later", asks=True),
    _seen(
        "compare", "--scenario", "switch", "--format", "json", format="json", asks=True
    ),
    Line(("compare", "u", "w", "--format", "json"), "json"),
    Line(("compare", "w", "u", "--format", "markdown"), "markdown"),
    Line(("compare", "u", "w", "--format", "csv"), "csv"),
    Line(("compare", "u", "w")),
    _seen("export", "mermaid", format="mermaid"),
    _seen("export", "ical", format="ics"),
    _seen("export", "mspdi", format="xml"),
    _seen("export", "designated", "--format", "csv", format="csv"),
    _filed("export", "inventory", name="i.csv", format="csv"),
    _changed("progress", "set", "--item", "1", "done", "--finish", "2024-05"),
    _changed("progress", "set", "--item", "2", "started", "--percent", "40"),
    _changed("progress", "live", "juki", "--since", "令和6年1月5日"),
    _changed("progress", "steps", "juki", "--done", "1-9", "--as-of", "2024-05-01"),
    _changed("baseline", "save", "--id", "fuzz"),
)
_COSTLY = (
    _seen("export", "html", format="html"),
    _seen("export", "svg", format="xml"),
    _seen("export", "overview", format="xml"),
    _filed("export", "xlsx", name="o.xlsx", format="xlsx"),
    _filed("export", "pdf", name="o.pdf", format="pdf"),
    _filed("export", "inventory", name="i.xlsx", format="xlsx"),
    _filed("export", "steps", name="s.xlsx", format="xlsx"),
    _filed("export", "designated", name="d.xlsx", format="xlsx"),
    Line(("export", "all", "o", "-w", "w"), "folder", "o"),
    Line(("export", "without-prices", "n", "-w", "w"), "folder", "n"),
    Line(("compare", "u", "w", "--format", "html"), "html"),
    _seen("compare", "--scenario", "fewer", asks=True),
    _seen("risk", "--samples", "200"),
    _seen("risk", "--samples", "200", "--format", "json", format="json"),
    _seen("risk", "--samples", "200", "--format", "csv", format="csv"),
    _seen("risk", "--samples", "200", "--format", "html", format="html"),
    _filed(
        "risk", "--samples", "200", "--format", "xlsx", name="r.xlsx", format="xlsx"
    ),
    _seen("level", "--time-limit", "0"),
    _seen("level", "--time-limit", "0", "--format", "json", format="json"),
    _seen("level", "--time-limit", "0", "--format", "csv", format="csv"),
    _seen("level", "--time-limit", "0", "--format", "html", format="html"),
    _changed("level", "--time-limit", "0", "--save"),
)
_RARE = (_seen("level", "--time-limit", "1", "--format", "json", format="json"),)

_TOGETHER = ("--no-cache", "--jobs", "1", "--as-of", "2024-04-01")
_PORTFOLIO = (
    Line(("portfolio", "w/portfolio.yaml", *_TOGETHER)),
    Line(("portfolio", "w/portfolio.yaml", *_TOGETHER, "--format", "json"), "json"),
    Line(("portfolio", "w/portfolio.yaml", *_TOGETHER, "--format", "csv"), "csv"),
    Line(("portfolio", "w/portfolio.yaml", *_TOGETHER, "--format", "html"), "html"),
    Line(("portfolio", "w/a", "w/b1", *_TOGETHER)),
    Line(
        ("portfolio", "w/portfolio.yaml", *_TOGETHER, "--slip", "架空情報株式会社=6m"),
        asks=True,
    ),
)
_TABLES = (
    *(
        _changed("import", "inventory", f"w/{name}", "--yes")
        for name in ("list.xlsx", "list.csv", "ugly.csv")
    ),
    _changed("import", "steps", "w/steps.xlsx", "--yes"),
    # All else in the form stays as it is, parts that are damaged too.
    _filed("export", "steps", "--form", "w/steps.xlsx", name="s.xlsx", format="zip"),
    Line(("init", "n", "--from", "w/list.csv", "--yes"), output="n", asks=True),
    Line(("init", "n", "--from", "w/list.xlsx", "--yes"), output="n", asks=True),
    Line(("forms", "collect", "w/forms", "n", "--towns", "w/towns.csv"), output="n"),
    Line(("forms", "write", "w/towns.csv", "n"), output="n"),
)


def commands(random: Random, number: int, seed: Seed) -> tuple[Line, ...]:
    """
    Return the commands of an input.

    The usual ones take turns by the number of the input, so that a run of some
    hundreds has been through all of them. What takes long comes more rarely.
    """
    if seed.kind == "portfolio":
        return (_PORTFOLIO[number % len(_PORTFOLIO)],)
    if seed.kind == "tables":
        return (_TABLES[number % len(_TABLES)],)
    if number % 8 == 0 and seed.small:
        return (_COSTLY[number // 8 % len(_COSTLY)],)
    if number % 499 == 0 and seed.small:
        return _RARE
    first, second = number % len(_USUAL), random.randrange(len(_USUAL))
    return tuple(_USUAL[place] for place in dict.fromkeys((first, second)))
