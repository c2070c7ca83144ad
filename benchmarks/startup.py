"""Start-up of ``stdmig check --sample``, as a ratio to a small typer app (起動時間)."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

_HERE = Path(__file__).resolve().parent
# Both are imported, since a script's own bytecode is never kept.
_PRODUCT = "from stdmig.cli.main import main; main()"
_BASELINE = "from baseline_typer_app import app; app()"
_ENDED_WELL = (0, 1)  # 1: the check has findings


def seconds(program: str, bytecode: str) -> float:
    """
    Return the wall time of a whole process that runs `check --sample` piped.

    Parameters
    ----------
    program
        Python code.
    bytecode
        Folder that keeps the compiled modules of both sides, wherever they are
        installed and whatever the caller's environment says.
    """
    command = [sys.executable, "-c", program, "check", "--sample"]
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": bytecode}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.perf_counter()
    done = subprocess.run(command, cwd=_HERE, env=environment, capture_output=True)
    took = time.perf_counter() - began
    if done.returncode not in _ENDED_WELL:
        raise SystemExit(done.stderr.decode(errors="replace"))
    return took


def main() -> None:
    """Measure product and baseline in turn and print the median of the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20, help="pairs of runs")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as bytecode:
        for program in (_PRODUCT, _BASELINE):
            seconds(program, bytecode)  # compiles, and fills the file cache
        pairs = [
            (seconds(_PRODUCT, bytecode), seconds(_BASELINE, bytecode))
            for _ in range(given.runs)
        ]
    product, baseline = (median(side) for side in zip(*pairs, strict=True))
    ratio = median(own / other for own, other in pairs)
    print(
        f"stdmig check --sample {product * 1000:.0f} ms,"
        f" baseline_typer_app.py {baseline * 1000:.0f} ms,"
        f" median of {given.runs} pair ratios {ratio:.2f}"
    )


if __name__ == "__main__":
    main()
