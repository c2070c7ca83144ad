"""A baseline held against findings: kept, gone, worse (基準ファイル)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from stdmig.diagnostics import Severity
from stdmig.rules import RULES, Baseline, Finding, Known, Rule, compare, selection
from tests.rules.planned import planned
from tests.rules.test_acceptance import TOWN


def _everything(rule: Rule) -> bool:
    return True


def _known(finding: Finding, severity: Severity | None = None) -> Known:
    rule = finding.rule
    return Known(
        finding.fingerprint,
        rule.code,
        rule.name,
        severity or finding.severity,
        finding.hit.subject,
    )


def _found(accept: bool = False) -> tuple[Finding, ...]:
    """Return the findings STD102 koseki, STD105 juki and STD105 kojin."""
    town = TOWN if accept else TOWN.partition("accept:")[0]
    return planned(town, as_of=date(2021, 10, 1)).check(
        selection(("STD102", "STD105"), ())[0]
    )


def _kinds(findings: tuple[Finding, ...]) -> list[str | None]:
    return [each.suppression.kind if each.suppression else None for each in findings]


def test_what_was_there_does_not_count() -> None:
    """A finding of the baseline is marked; the next one counts."""
    found = _found()
    baseline = Baseline("b.json", (_known(found[0]), _known(found[2])))
    marked, told = compare(baseline, found, _everything, RULES)
    assert _kinds(marked) == ["baseline", None, "baseline"]
    assert told == ("b.json", baseline.entries, (), (), ())
    assert marked[0].suppression == ("baseline", None, None, None, None)


def test_worse_than_it_was_counts_again() -> None:
    """A warning that was a note is new, and the baseline keeps the note."""
    found = _found()
    note = _known(found[0], Severity.NOTE)
    marked, told = compare(Baseline("b.json", (note,)), found, _everything, RULES)
    assert _kinds(marked) == [None, None, None]
    assert told.worse == (note,)
    assert told.kept == (note,)
    assert told.gone == ()


def test_better_than_it_was_is_kept_as_it_is_now() -> None:
    """Once an error has become a warning, it may not become an error again."""
    found = _found()
    error = _known(found[0], Severity.ERROR)
    marked, told = compare(Baseline("b.json", (error,)), found, _everything, RULES)
    assert _kinds(marked) == ["baseline", None, None]
    assert told.kept == (_known(found[0]),)
    assert told.kept[0].severity is Severity.WARNING


def test_what_no_longer_occurs_is_gone() -> None:
    """An entry without its finding is told, and not kept."""
    found = _found()
    old = _known(found[0])._replace(fingerprint="0" * 16)
    _, told = compare(Baseline("b.json", (old,)), found, _everything, RULES)
    assert told.gone == (old,)
    assert told.kept == ()


def test_what_was_not_looked_for_is_not_gone() -> None:
    """An entry of a rule that did not run is kept; one of no rule at all is gone."""
    found = _found()
    idle = Known("1" * 16, "STD201", "contract-ends-before-cutover", Severity.ERROR, {})
    former = Known("2" * 16, "STD999", "no-such-rule", Severity.ERROR, {})
    chosen = selection(("STD1",), ())[0]
    _, told = compare(Baseline("b.json", (idle, former)), found, chosen, RULES)
    assert told.kept == (idle,)
    assert told.gone == (former,)


def test_acceptance_goes_before_the_baseline() -> None:
    """What is accepted has its date; once that is past, no baseline hides it."""
    _, accepted, run_out = found = _found(accept=True)
    baseline = Baseline("b.json", (_known(accepted), _known(run_out)))
    marked, told = compare(baseline, found, _everything, RULES)
    assert _kinds(marked) == [None, "accepted", None]
    assert told == ("b.json", (), (), (), (_known(run_out),))


def test_what_is_said_about_acceptances_is_never_hidden() -> None:
    """The finding that came back, and why it did, stand together beside a baseline."""
    chosen = selection(("STD105", "STD106"), ())[0]
    found = planned(TOWN, as_of=date(2021, 10, 1)).check(chosen)
    (why,) = (each for each in found if each.rule.code == "STD106")
    baseline = Baseline("b.json", tuple(_known(each) for each in found))
    marked, told = compare(baseline, found, _everything, RULES)
    assert why.is_exposed
    assert {each.rule.code: each.suppression for each in marked if each.is_exposed} == {
        "STD105": None,
        "STD106": None,
    }
    assert [each.code for each in told.exposed] == ["STD105", "STD106"]
    assert (told.kept, told.gone, told.worse) == ((), (), ())


def test_no_finding_is_lost_where_two_have_one_name() -> None:
    """Should two findings share a fingerprint, both are told."""
    finding = _found()[0]
    twin = replace(finding)
    marked, _ = compare(Baseline("b.json", ()), (finding, twin), _everything, RULES)
    assert len(marked) == 2
