"""The command line as tests run it: in this process, or as a program of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import typer.main
from typer.testing import CliRunner

import stdmig
from stdmig.cli.program import app
from stdmig.words import Language

_SPEAKING = ("STDMIG_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG")


class Result(NamedTuple):
    """How a command ended and what it printed, byte for byte."""

    code: int
    stdout: bytes
    stderr: bytes

    @property
    def out(self) -> str:
        """Return the result."""
        return self.stdout.decode("utf-8")

    @property
    def err(self) -> str:
        """Return what was said beside it."""
        return self.stderr.decode("utf-8")


def call(*args: str | Path) -> Result:
    """
    Run a command in this process, in English and on 80 cells.

    What gets out of the program is no outcome of it, and goes on to the test.
    """
    code = 0
    with CliRunner().isolation() as (stdout, stderr, _):
        try:
            _program().main([str(arg) for arg in args], "stdmig")
        except SystemExit as ended:
            code = int(ended.code or 0)
        sys.stdout.flush()
        sys.stderr.flush()
        return Result(code, stdout.getvalue(), stderr.getvalue())


@cache
def _program() -> Any:
    """Return the command line; to put it together takes longer than most commands."""
    return typer.main.get_command(app)


def environment(
    lang: Language | None = "en", extra: Mapping[str, str] | None = None
) -> dict[str, str]:
    """
    Return an environment that finds the product and speaks one language.

    Parameters
    ----------
    lang
        Of ``STDMIG_LANG``; None leaves the choice to `extra` and the option.
    extra
        What is set besides.
    """
    kept = {name: value for name, value in os.environ.items() if name not in _SPEAKING}
    spoken = {} if lang is None else {"STDMIG_LANG": lang}
    home = {"PYTHONPATH": str(Path(stdmig.__file__).parents[1])}
    return {**kept, **home, **spoken, **(extra or {})}


def run(
    *args: str | Path,
    lang: Language | None = "en",
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> Result:
    """Run a command as a program of its own; see `environment`."""
    done = subprocess.run(
        [sys.executable, "-m", "stdmig", *map(str, args)],
        cwd=cwd,
        env=environment(lang, env),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    return Result(done.returncode, done.stdout, done.stderr)
