"""What cannot be asked is never called clean (脆弱性の確認)."""

from __future__ import annotations

import json

import pytest

from scripts import audit
from scripts.audit import Answer, pinned, read_answer, rounds

LOCK = "a==1.0 \\\n    --hash=sha256:" + "0" * 64 + "\n"
OTHER = "a==2.0 ; python_full_version >= '3.12' \\\n    --hash=sha256:" + "1" * 64


def _report(*dependencies: dict[str, object]) -> str:
    return json.dumps({"dependencies": dependencies, "fixes": []})


def test_every_version_of_every_lock_is_asked_about_once() -> None:
    """Both versions of one library are asked about, in lists that hold one each."""
    pins = pinned([LOCK, LOCK + OTHER + "\n"])
    assert pins == ["a==1.0", "a==2.0"]
    assert rounds([*pins, "b==1"]) == [["a==1.0", "b==1"], ["a==2.0"]]


def test_clean_is_what_was_asked_about_and_has_no_fault() -> None:
    """Then the program ends with 0."""
    written = _report({"name": "a", "version": "1.0", "vulns": []})
    answer = read_answer(["a==1.0"], written, "")
    assert answer == Answer(clean=("a==1.0",))
    assert answer.code == 0


def test_known_fault_is_named_with_what_mends_it() -> None:
    """It counts for more than what could not be asked: the program ends with 1."""
    found = {"id": "PYSEC-1", "fix_versions": ["1.1"], "aliases": [], "description": ""}
    written = _report(
        {"name": "a", "version": "1.0", "vulns": [found, found | {"fix_versions": []}]},
        {"name": "b", "skip_reason": "not found"},
    )
    answer = read_answer(["a==1.0", "b==2.0"], written, "")
    assert answer.faults == (
        "a==1.0: PYSEC-1, mended in 1.1",
        "a==1.0: PYSEC-1, mended in no version yet",
    )
    assert answer.unasked == ("b==2.0: not found",)
    assert answer.code == 1


@pytest.mark.parametrize(
    ("written", "said", "why"),
    [
        # What pip-audit writes, with code 0, where a mirror has no advisories.
        (
            _report({"name": "a", "skip_reason": "Dependency not found on PyPI"}),
            "No known vulnerabilities found\n",
            "Dependency not found on PyPI",
        ),
        ("", "Traceback\nConnectionError: no route\n", "ConnectionError: no route"),
        ("", "No module named pip_audit\n", "No module named pip_audit"),
        ("[]", "", "no answer"),
        ("{}", "", "no answer"),
        (_report(), "", "not answered"),
    ],
)
def test_what_could_not_be_asked_is_not_clean(
    written: str, said: str, why: str
) -> None:
    """Whatever pip-audit makes of it, the program ends with 2 and says why."""
    answer = read_answer(["a==1.0"], written, said)
    assert answer == Answer(unasked=(f"a==1.0: {why}",))
    assert answer.code == 2
    assert Answer().code == 2


def test_answers_are_summed_up(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One version that could not be asked about is enough for the code 2."""

    def ask(pins: list[str], service: str) -> Answer:
        assert service == "pypi"
        return Answer(clean=tuple(pins[1:]), unasked=(f"{pins[0]}: no route",))

    monkeypatch.setattr(audit, "ask", ask)
    monkeypatch.setattr("sys.argv", ["audit.py"])
    assert audit.main() == 2
    told = capsys.readouterr()
    assert "versions have no known fault, 0 known faults, " in told.out
    assert "could not ask: absl-py==" in told.err
