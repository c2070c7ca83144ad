"""What the system sends to end the program, heard at any moment (終了の合図)."""

from __future__ import annotations

import signal
import sys
import threading
from functools import partial
from types import FrameType
from typing import Any, NoReturn

_heard: list[int] = []
"""The interruptions that were raised, by their numbers."""

_ASKED = ("SIGTERM", "SIGHUP")
"""Signals by which others end a program; Windows knows them by other names."""


def heed_endings() -> None:
    """
    Let the program clean up after itself when it is ended from outside.

    The system alone would end it on the spot, with a half-written draft beside the
    file that was to be written. What the caller wants ignored (``nohup``) stays so.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupt)
    for name in _ASKED:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)
    sys.unraisablehook = _hear_again


def was_interrupted() -> bool:
    """
    Return whether an interruption was raised, whatever has become of it.

    Libraries that are not written in Python make an error of their own of it
    (pydantic: ``SchemaError``), which does not tell where it comes from.
    """
    return bool(_heard)


def ignore_interruptions() -> None:
    """Let nothing interrupt what is left to do once the command has ended."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _interrupt(number: int, frame: FrameType | None) -> NoReturn:
    _heard.append(number)
    raise KeyboardInterrupt


def _end(number: int, frame: FrameType | None) -> NoReturn:
    # As shells tell which signal it was.
    sys.exit(128 + number)


def _hear_again(told: Any) -> None:
    """
    Take up an interruption that came while nothing could be raised.

    Python drops what is raised in such places (the end of an object, the lock of an
    import) after it has printed a traceback.
    """
    if not issubclass(told.exc_type, KeyboardInterrupt | SystemExit):
        sys.__unraisablehook__(told)
    elif hasattr(signal, "setitimer"):
        # Raised here and now it would be dropped once more.
        signal.signal(signal.SIGALRM, partial(_raise, told.exc_value))
        signal.setitimer(signal.ITIMER_REAL, _SOON)


_SOON = 0.005
"""Seconds; long enough for Python to leave such a place."""


def _raise(error: BaseException, number: int, frame: FrameType | None) -> NoReturn:
    raise error
