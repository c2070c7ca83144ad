"""
Run many command lines in one program, as a console of one encoding sees them.

Run as a program: it reads command lines as JSON from its input, and writes as JSON
what each printed and how it ended. Language and encoding come from the environment.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from base64 import b64decode, b64encode
from collections.abc import Mapping
from pathlib import Path

from stdmig.words import Language
from tests.command import Result, environment
from tests.helpers import ROOT


def outcomes(
    lines: list[tuple[str, ...]],
    encoding: str,
    language: Language,
    folder: Path,
    variables: Mapping[str, str] | None = None,
) -> list[Result]:
    """Return how command lines end in a folder, on a console of that encoding."""
    env = environment(
        language,
        {
            "PYTHONIOENCODING": encoding,
            "PYTHONUTF8": "0",
            "LC_ALL": "C" if encoding == "ascii" else "C.UTF-8",
            "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
            "COLUMNS": "80",
            **(variables or {}),
        },
    )
    done = subprocess.run(
        [sys.executable, "-m", "tests.cli.odd_console"],
        input=json.dumps(lines).encode("ascii"),
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        timeout=600,
        check=True,
    )
    return [
        Result(code, b64decode(out), b64decode(err))
        for code, out, err in json.loads(done.stdout)
    ]


def _outcome(line: list[str], encoding: str) -> tuple[int, str, str]:
    from stdmig.cli.main import main

    streams = [io.BytesIO(), io.BytesIO()]
    kept = sys.stdout, sys.stderr, sys.argv
    sys.stdout, sys.stderr = (
        io.TextIOWrapper(each, encoding, write_through=True) for each in streams
    )
    sys.argv = ["stdmig", *line]
    code: object = 0
    try:
        main()
    except SystemExit as end:
        code = end.code
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        out, err = (b64encode(each.getvalue()).decode("ascii") for each in streams)
        sys.stdout, sys.stderr, sys.argv = kept
    return int(str(code or 0)), out, err


if __name__ == "__main__":
    wanted = json.load(sys.stdin)
    encoding = sys.stdout.encoding
    results = [_outcome(line, encoding) for line in wanted]
    print(json.dumps(results), flush=True)
