"""Run the program: streams, language and how it ends (起動)."""

from __future__ import annotations

import os

from stdmig.cli.collector import spare_collector
from stdmig.cli.completion import answer_shells
from stdmig.cli.console import prepare_console
from stdmig.cli.endings import (
    heed_endings,
    ignore_interruptions,
    was_interrupted,
)
from stdmig.cli.language import strange_variables
from stdmig.cli.messages import tell
from stdmig.cli.program import app
from stdmig.cli.streams import prepare_streams


def main() -> None:
    """
    Run the command line; a character that the console lacks is never a crash.

    Raises
    ------
    KeyboardInterrupt
        If the person stops before a command has begun or after it has ended.
    """
    try:
        heed_endings()
        prepare_streams()
        spare_collector()
        answer_shells()
        prepare_console()
        for words in strange_variables(os.environ):
            tell(words)
        app(prog_name="stdmig")
    except Exception as error:
        # Commands are read in before anything guards them.
        if was_interrupted():
            raise KeyboardInterrupt from error
        raise
    finally:
        ignore_interruptions()
