"""Ask whether any version that is pinned here has a known fault (脆弱性の確認).

Run, where there is a network::

    pip install -e '.[audit]'
    python scripts/audit.py

It asks of every version in ``.ci/requirements.lock`` (what stdmig runs with, each extra
and the tools of developers) and ``offline/requirements.lock`` (what the offline sets
bring), for every Python, and ends with

0   if all were asked about and none has a known fault,
1   if one has: it is named, with the versions that mend it,
2   if that could not be asked, even of one: which is not to say that it has none.

pip-audit alone ends with 0 in the last case too.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.offline.lock import read_lock  # noqa: E402

LOCKS = (".ci/requirements.lock", "offline/requirements.lock")
SERVICES = ("pypi", "osv")


class Answer(NamedTuple):
    """
    What a service says of some versions.

    Attributes
    ----------
    clean
        Those without a known fault.
    faults
        A line for each known fault.
    unasked
        A line for each version of which nothing is known, with the reason.
    """

    clean: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    unasked: tuple[str, ...] = ()

    def __add__(self, other: Answer) -> Answer:  # type: ignore[override]
        """Return both together."""
        return Answer(*(mine + more for mine, more in zip(self, other, strict=True)))

    @property
    def code(self) -> int:
        """How the program ends."""
        return 1 if self.faults else 2 if self.unasked or not self.clean else 0


def pinned(locks: Iterable[str]) -> list[str]:
    """Return every version that locks name, once, as ``name==version``."""
    pins = {(pin.name, pin.version) for lock in locks for pin in read_lock(lock)}
    return [f"{name}=={version}" for name, version in sorted(pins)]


def rounds(pins: Iterable[str]) -> list[list[str]]:
    """Return versions in lists that name no library twice, which pip-audit refuses."""
    lists: list[dict[str, str]] = []
    for pin in pins:
        name = pin.partition("==")[0]
        free = next((each for each in lists if name not in each), None)
        if free is None:
            lists.append(free := {})
        free[name] = pin
    return [list(each.values()) for each in lists]


def read_answer(pins: Iterable[str], written: str, said: str) -> Answer:
    """
    Return what pip-audit found out about versions.

    Parameters
    ----------
    written
        Its report; what is no JSON is no answer.
    said
        What it said beside it, of which the last line is the reason.
    """
    try:
        listed = json.loads(written)["dependencies"]
    except (ValueError, LookupError, TypeError):
        why = (said.strip().splitlines() or ["no answer"])[-1]
        return Answer(unasked=tuple(f"{pin}: {why}" for pin in pins))
    answer = Answer()
    told = set()
    for each in listed:
        if "skip_reason" in each:
            continue
        pin = f"{each['name']}=={each['version']}"
        told.add(pin)
        faults = tuple(
            f"{pin}: {found['id']}, mended in {_versions(found['fix_versions'])}"
            for found in each["vulns"]
        )
        answer += Answer((pin,) if not faults else (), faults)
    reasons = {each["name"]: each.get("skip_reason", "") for each in listed}
    return answer + Answer(
        unasked=tuple(
            f"{pin}: {reasons.get(pin.partition('==')[0]) or 'not answered'}"
            for pin in pins
            if pin not in told
        )
    )


def _versions(versions: list[str]) -> str:
    return ", ".join(versions) or "no version yet"


def ask(pins: list[str], service: str) -> Answer:
    """Return what a service says of versions, no library twice among them."""
    with tempfile.TemporaryDirectory() as name:
        asked = Path(name, "asked.txt")
        asked.write_text("\n".join(pins) + "\n", encoding="utf-8")
        done = subprocess.run(
            [
                *(sys.executable, "-m", "pip_audit", "--format", "json"),
                *("--disable-pip", "--no-deps", "--progress-spinner", "off"),
                *("--vulnerability-service", service, "--requirement", asked),
            ],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    return read_answer(pins, done.stdout, done.stderr)


def main() -> int:
    """Ask, and say what came of it in words and as a code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--service", choices=SERVICES, default=SERVICES[0])
    service = parser.parse_args().service
    locks = [(ROOT / name).read_text(encoding="utf-8") for name in LOCKS]
    answer = Answer()
    for pins in rounds(pinned(locks)):
        answer += ask(pins, service)
    for fault in answer.faults:
        print(f"known fault: {fault}")
    for line in answer.unasked:
        print(f"could not ask: {line}", file=sys.stderr)
    print(
        f"{len(answer.clean)} versions have no known fault,"
        f" {len(answer.faults)} known faults,"
        f" {len(answer.unasked)} versions could not be asked about"
    )
    return answer.code


if __name__ == "__main__":
    sys.exit(main())
