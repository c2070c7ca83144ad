"""Run the program: streams, language and how it ends (起動)."""

from __future__ import annotations

import os
import sys
from io import BytesIO, TextIOWrapper

from stdmig.cli.collector import spare_collector
from stdmig.cli.completion import answer_shells
from stdmig.cli.console import READABLE, prepare_console
from stdmig.cli.exit_codes import INTERRUPTED
from stdmig.cli.language import strange_variables
from stdmig.cli.output import tell
from stdmig.cli.program import app


def main() -> None:
    """Run the command line; a character that the console lacks is never a crash."""
    spare_collector()
    answer_shells()
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            # Closed by the caller (`>&-`): what nobody reads need not be written.
            setattr(sys, name, TextIOWrapper(BytesIO(), encoding="utf-8"))
    prepare_console()
    for stream in (sys.stdout, sys.stderr):
        # Streams that a caller replaced may know no encodings.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=READABLE)
    for words in strange_variables(os.environ):
        tell(words)
    try:
        app(prog_name="stdmig")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
