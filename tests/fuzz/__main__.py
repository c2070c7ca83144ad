"""``python -m tests.fuzz``: try many spoiled workspaces, and tell which break it."""

from __future__ import annotations

import os
import sys
import time
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from tests.fuzz.worker import Tried

# Help and messages are built in this language while the commands are imported, here
# and in every process that this one starts.
os.environ |= {"STDMIG_LANG": "en", "COLUMNS": "80"}
os.environ.pop("GITHUB_STEP_SUMMARY", None)

_LONG = 5
"""How many of the longest inputs are named."""


def main() -> int:
    """Run, tell, and return 1 if any input broke something."""
    options = _options()
    if options.only is not None:
        return _one(options)
    from tests.fuzz.run import run
    from tests.fuzz.worker import Limits

    begun = time.monotonic()
    limits = Limits(options.seconds, options.memory * 1024**2)
    numbers = range(options.first, options.first + options.inputs)
    done, failed = [], []
    with TemporaryDirectory(prefix="stdmig-fuzz-") as place:
        os.environ["XDG_CACHE_HOME"] = str(Path(place) / "kept")
        for tried in run(
            numbers,
            seed=options.seed,
            jobs=options.jobs,
            place=Path(place),
            limits=limits,
        ):
            done.append(tried)
            if tried.wrong:
                failed.append(tried)
                _tell_failure(tried, options.seed)
            if len(done) % 500 == 0 or len(done) == options.inputs:
                _say(
                    f"{len(done)} inputs, {len(failed)} failures, "
                    f"{time.monotonic() - begun:.0f} s"
                )
    codes = Counter(f"exit code {each.code}" for each in done)
    commands = Counter(words for each in done for words in each.commands)
    families = Counter(
        word.partition(" in ")[0] for each in done for word in each.faults
    )
    for title, counter in (
        ("outcomes", codes),
        ("commands", commands),
        ("faults", families),
    ):
        listed = ", ".join(f"{name} {many}" for name, many in counter.most_common())
        print(f"{title}: {listed}")
    seconds = sum(each.seconds for each in done)
    print(f"processor time: {seconds:.0f} s, {1000 * seconds / len(done):.0f} ms each")
    for each in sorted(done, key=lambda each: -each.seconds)[:_LONG]:
        print(f"  {each.seconds:.1f} s: {each.number} {each.commands} ({each.seed})")
    print(f"inputs: {len(done)}, failures: {len(failed)}")
    for each in sorted(failed):
        _tell_failure(each, options.seed, sys.stdout)
    return 1 if failed else 0


def _options() -> Namespace:
    parser = ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=_positive, default=1000, help="how many")
    parser.add_argument("--first", type=int, default=0, help="number of the first")
    parser.add_argument("--seed", type=int, default=1, help="another gives others")
    parser.add_argument("--jobs", type=_positive, default=os.cpu_count() or 1)
    parser.add_argument("--seconds", type=_positive, default=20, help="bound per input")
    parser.add_argument(
        "--memory", type=_positive, default=3072, help="MiB per process"
    )
    parser.add_argument("--only", type=int, metavar="N", help="this input alone")
    parser.add_argument("--folder", type=Path, help="where --only writes it")
    return parser.parse_args()


def _positive(word: str) -> int:
    """Return a number of one or more, as ``argparse`` asks for types."""
    number = int(word)
    if number < 1:
        raise ArgumentTypeError(f"{number} is less than 1")
    return number


def _one(options: Namespace) -> int:
    """Write one input into a folder, run it there, and tell all about it."""
    from tests.fuzz.make_input import make_input
    from tests.fuzz.worker import try_input

    made = make_input(options.seed, options.only)
    place = options.folder or Path(f"fuzz-{options.seed}-{options.only}")
    if place.exists():
        _say(f"{place} exists already; name another folder with --folder")
        return 2
    place.mkdir(parents=True)
    os.chdir(place)
    tried = try_input(made, options.only)
    print(f"folder: {place}\nseed: {made.seed.name}")
    for words in (*made.faults, *(" ".join(line.words) for line in made.lines)):
        print(f"  {words}")
    print(f"exit code {tried.code}, {tried.seconds:.2f} s")
    for words in tried.wrong:
        print(f"WRONG: {words}")
    return 1 if tried.wrong else 0


def _tell_failure(tried: Tried, seed: int, stream: TextIO = sys.stderr) -> None:
    commands = "; ".join(tried.commands)
    again = f"--seed {seed} --only {tried.number}"
    print(f"input {tried.number} ({again}): {commands}", file=stream)
    print(f"  {tried.seed}: {'; '.join(tried.faults)}", file=stream)
    for words in tried.wrong:
        print(f"  {words}", file=stream)


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
