"""What all tests share: the reader's language, and files that hold whole outputs."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings

from tests.outside import missing_program

# Help and messages are built while the commands are imported, in the language of the
# person at the keyboard; the tests are read in English, on a screen of 80 cells.
os.environ["STDMIG_LANG"] = "en"
os.environ["COLUMNS"] = "80"
# What the tests find is nothing to tell in the summary of the job that runs them.
os.environ.pop("GITHUB_STEP_SUMMARY", None)

# Started by `nohup`, or with `&` in a script, nothing heeds these; children inherit it.
_HEEDED: dict[str, Callable[..., object] | signal.Handlers] = {
    "SIGINT": signal.default_int_handler,
    "SIGHUP": signal.SIG_DFL,
}
for _name, _handler in _HEEDED.items():
    _number = getattr(signal, _name, None)
    if _number is not None and signal.getsignal(_number) is signal.SIG_IGN:
        signal.signal(_number, _handler)

# What a command keeps for its next run is none of the user's.
_KEPT = TemporaryDirectory(prefix="stdmig-kept-")
os.environ["XDG_CACHE_HOME"] = _KEPT.name

# Examples are drawn and tried as long as it takes: no test fails for a slow machine.
# They are the same in every run, so that a change fails for what it did and not by
# chance; who looks for new faults takes `--hypothesis-profile exploring`.
settings.register_profile(
    "same",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "exploring",
    deadline=None,
    max_examples=1000,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("same")

GOLDEN = Path(__file__).parent / "golden"

_LEFT_OUT = pytest.StashKey[tuple[int, tuple[str, ...]]]()


def pytest_sessionstart() -> None:
    """
    Forget what an earlier session of this process has kept.

    mutmut runs the tests once, and then for each changed line in a copy of that
    process: a plan from before would hide the change.
    """
    kept = type(cache(int))
    for each in gc.get_objects():
        if isinstance(each, kept):
            each.cache_clear()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the outputs that are held against files be written anew."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the files of tests/golden anew; read them before you commit",
    )
    parser.addoption(
        "--update-docs",
        action="store_true",
        help="write the outputs in the pages of docs/ anew; read them, too",
    )


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Leave out what opens an output in a program that is not on this machine."""
    kept: list[pytest.Item] = []
    left_out: list[pytest.Item] = []
    programs: set[str] = set()
    for item in items:
        missing = [
            program
            for marker in item.iter_markers("outside")
            for program in marker.args
            if missing_program(program)
        ]
        (left_out if missing else kept).append(item)
        programs.update(missing)
    if left_out and os.environ.get("STDMIG_OUTSIDE") == "all":
        names = ", ".join(sorted(programs))
        raise pytest.UsageError(f"these programs are missing: {names}")
    items[:] = kept
    config.hook.pytest_deselected(items=left_out)
    config.stash[_LEFT_OUT] = len(left_out), tuple(sorted(programs))


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say in one sentence what was left out, and where it is run."""
    number, programs = config.stash.get(_LEFT_OUT, (0, ()))
    if number:
        terminalreporter.write_line(
            f"Tests left out: {number}, which open our files in {', '.join(programs)};"
            " .ci/run installs these and runs them."
        )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str | bytes], None]:
    """Hold an output against the file of that name, to the byte."""
    update = request.config.getoption("--update-golden")

    def hold(name: str, output: str | bytes) -> None:
        content = output.encode("utf-8") if isinstance(output, str) else output
        file = GOLDEN / name
        if update:
            file.write_bytes(content)
        assert file.exists(), f"{name} is missing: run pytest --update-golden"
        # As texts first, since their difference can be read.
        assert content.decode("utf-8") == file.read_bytes().decode("utf-8")
        assert content == file.read_bytes()

    return hold
