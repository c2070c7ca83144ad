"""What is said beside the result: news and complaints (標準エラー出力)."""

from __future__ import annotations

import sys
from pathlib import Path

from stdmig.cli.language import said
from stdmig.cli.screen import screen
from stdmig.cli.streams import silence
from stdmig.render.one_line import printable
from stdmig.words import Text, text
from stdmig.workspace import refusal
from stdmig.workspace.refusal import remedy


def complain_of(name: str, error: OSError) -> None:
    """Say that a file cannot be written, why, and what to do."""
    why, hint = refusal(error), remedy(error)
    complain(
        text("{file} cannot be written: {why}", file=name, why=why),
        *([] if hint is None else [hint]),
    )


def say(words: str) -> None:
    """
    Print lines beside the result; without a reader they are not missed.

    Names that a person or a file gave them hold nothing that a terminal would obey.
    """
    told = "\n".join(map(printable, words.split("\n")))
    try:
        print(told, file=sys.stderr, flush=True)
    except OSError:
        silence(sys.stderr)


def tell(words: Text) -> None:
    """Say something about the run, beside the result."""
    _say_wrapped(said(words))


def tell_written(path: Path) -> None:
    """Say that a file is there now: on one line, so that its path is copied whole."""
    say(said(text("written: {file}", file=path.as_posix())))


def _say_wrapped(words: str, indent: str = "") -> None:
    """
    Say a sentence in the lines of the terminal.

    What is read by programs (a pipe, a log) stays one line.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        say(indent + words)
        return
    # Most runs have nothing to tell; its tables of widths would be loaded for nothing.
    from stdmig.render.cells import wrap

    for line in wrap(indent + words, screen().width, f"{indent}  "):
        say(line)


def complain(words: Text, *hints: Text) -> None:
    """Say what is wrong with the command, and what to do."""
    tell(text("error: {what}", what=words))
    for hint in hints:
        _say_wrapped(said(hint), "  ")
