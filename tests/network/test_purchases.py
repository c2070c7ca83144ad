"""Which tasks ask for money, and which spend it (予算要求と契約の対応)."""

from __future__ import annotations

from stdmig.network import Network
from tests.schedule.town import Business, Item, Town, Unit, network_of

ITEMS = (
    Item("1", "procurement", 1, 1, role="budget_request"),
    Item("2", "procurement", 1, 1, ("1",), drops="vendor_stays", role="rfp"),
    Item("3", "procurement", 1, 1, ("2",), role="contract"),
    Item("4", "system", 1, 1, ("3",)),
    Item("5", "system", 1, 1, ("4",)),
)
SWITCH = Unit("new", "switch", procurement="wave")
STAY = Unit("kept", "stay", procurement="wave")


def network(
    *systems: Business, items: tuple[Item, ...] = ITEMS, absent: tuple[str, ...] = ()
) -> Network:
    """Return the network of a town in which some tasks do not apply."""
    entries = [{"task": each, "status": "not_applicable"} for each in absent]
    progress: dict[str, object] = {"tasks": entries}
    return network_of(Town(items, ("5",), systems, progress=progress))


def bought(found: Network) -> list[tuple[str, str | None, tuple[str, ...], bool]]:
    """Return the ids of what asks, tenders and spends, and whether it is signed."""
    ids = [task.id for task in found.tasks]
    return [
        (
            ids[each.request],
            None if each.rfp is None else ids[each.rfp],
            tuple(ids[place] for place in each.spending),
            each.signs,
        )
        for each in found.purchases
    ]


def test_the_contract_spends_what_was_asked_for() -> None:
    """Between them stand the proposals; where the vendor stays there are none."""
    assert bought(network(Business("juki", (SWITCH,)))) == [
        ("1@wave", "2@wave", ("3@wave",), True)
    ]
    assert bought(network(Business("juki", (STAY,)))) == [
        ("1@wave", None, ("3@wave",), True)
    ]


def test_proposals_for_one_unit_are_proposals_for_the_contract() -> None:
    """Where one of two vendors stays, the tender counts whichever comes first."""
    for units in ((SWITCH, STAY), (STAY, SWITCH)):
        one, other = units
        for systems in (
            (Business("juki", units),),
            (Business("juki", (one,)), Business("koseki", (other,))),
        ):
            expected = [("1@wave", "2@wave", ("3@wave",), True)]
            assert bought(network(*systems)) == expected
            found = network(*systems, absent=("3@wave",))
            ids = tuple(f"4@{each.id}" for each in systems)
            assert bought(found) == [("1@wave", "2@wave", ids, False)]


def test_what_does_not_apply_spends_nothing() -> None:
    """Without a contract and the work that follows it, the next work spends."""
    too = SWITCH._replace(id="too")
    systems = Business("juki", (SWITCH,)), Business("koseki", (too,))
    found = network(*systems, absent=("3@wave",))
    assert bought(found) == [("1@wave", "2@wave", ("4@juki", "4@koseki"), False)]
    found = network(*systems, absent=("3@wave", "4@koseki"))
    assert bought(found) == [("1@wave", "2@wave", ("4@juki", "5@koseki"), False)]
    found = network(*systems, absent=("3@wave", "4@koseki", "5@koseki"))
    assert bought(found) == [("1@wave", "2@wave", ("4@juki",), False)]
    found = network(*systems, absent=("3@wave", "4@juki", "5@juki"))
    assert bought(found) == [("1@wave", "2@wave", ("4@koseki",), False)]


def test_money_that_no_work_spends_is_asked_for_alone() -> None:
    """Its proposals are those of whichever unit has some."""
    absent = ("3@wave", "4@juki", "5@juki", "4@koseki", "5@koseki")
    for units in ((SWITCH, STAY), (STAY, SWITCH)):
        systems = [
            Business(name, (unit,))
            for name, unit in zip(("juki", "koseki"), units, strict=True)
        ]
        found = network(*systems, absent=absent)
        assert found.purchases == ()
        (asked,) = found.unspent
        assert found.tasks[asked.request].id == "1@wave"
        assert asked.rfp is not None
        assert found.tasks[asked.rfp].id == "2@wave"
        # What is left to one system spends, and nothing is asked for alone.
        found = network(*systems, absent=absent[:3])
        assert bought(found) == [("1@wave", "2@wave", ("4@koseki",), False)]
        assert found.unspent == ()


def test_nothing_waits_for_money_that_nobody_asks_for() -> None:
    """Where the request does not apply, or follows the contract, nothing is bought."""
    juki = Business("juki", (SWITCH,))
    found = network(juki, absent=("1@wave",))
    assert (found.purchases, found.unspent) == ((), ())
    late = (
        Item("1", "procurement", 1, 1, ("3",), role="budget_request"),
        Item("3", "procurement", 1, 1, role="contract"),
        Item("5", "system", 1, 1, ("1",)),
    )
    found = network(juki, items=late)
    assert (found.purchases, found.unspent) == ((), ())
    for role in ("budget_request", "contract"):
        one = tuple(
            each._replace(role=None) if each.role == role else each for each in ITEMS
        )
        found = network(juki, items=one)
        assert (found.purchases, found.unspent) == ((), ())


def test_each_procurement_is_bought_by_itself() -> None:
    """What one asks for, and does without, is not what the other does."""
    other = Unit("b", "stay", procurement="other")
    systems = Business("juki", (SWITCH,)), Business("koseki", (other,))
    assert bought(network(*systems)) == [
        ("1@wave", "2@wave", ("3@wave",), True),
        ("1@other", None, ("3@other",), True),
    ]
    found = network(*systems, absent=("1@wave", "3@other"))
    assert bought(found) == [("1@other", None, ("4@koseki",), False)]
