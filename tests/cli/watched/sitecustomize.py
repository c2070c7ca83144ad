"""Read by Python before any program: each wish for a network is told (通信の監視)."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

_LEDGER = os.environ.get("STDMIG_TESTS_LEDGER")
_AF_UNIX = 1


def _told(event: str, args: tuple[Any, ...]) -> None:
    # Python's processes talk to each other by pairs of sockets without an address.
    if event == "socket.__new__" and args[1] == _AF_UNIX:
        return
    if event.startswith(("socket.", "urllib.", "http.", "webbrowser.")):
        _write(f"{event} {args[1:]!r}")
    elif event == "subprocess.Popen":
        _write(f"program {Path(os.fsdecode(args[0])).name}")
    elif event in ("os.system", "os.startfile"):
        _write(f"{event} {args!r}")


def _write(line: str) -> None:
    assert _LEDGER is not None
    ledger = os.open(_LEDGER, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.write(ledger, line.encode("utf-8", "backslashreplace") + b"\n")
    os.close(ledger)


if _LEDGER is not None:
    sys.addaudithook(_told)
