"""Lines of the full chart on pages (頁割り)."""

from __future__ import annotations

from stdmig.render.chart.build import chart_of
from stdmig.render.chart.entries import (
    Entry,
    Heading,
    Item,
    evenly_paged,
    every_task,
    paged,
    whole,
)
from tests.helpers import ENGLISH
from tests.render.chart.towns import designated_town

PITCH = 18.0


def _items() -> list[Item]:
    return every_task(chart_of(designated_town(), ENGLISH).systems)


def _rows(pages: list[list[Item]]) -> list[Entry]:
    return [item for page in pages for item in page if isinstance(item, Entry)]


def test_no_page_is_too_high() -> None:
    """Rows and headings of a page fit into its room."""
    for page in paged(_items(), 400, PITCH):
        assert sum(item.height(PITCH) for item in page) <= 400


def test_nothing_is_lost_or_doubled() -> None:
    """All rows come, in their order."""
    items = _items()
    assert _rows(list(paged(items, 400, PITCH))) == _rows([items])


def test_headings_come_again() -> None:
    """Every page begins with its heading, and says that it is continued."""
    pages = list(paged(_items(), 400, PITCH))
    heads = [page[0] for page in pages]
    assert all(isinstance(head, Heading) for head in heads)
    assert [head.again for head in heads if isinstance(head, Heading)] == [
        False,
        *[True] * (len(pages) - 1),
    ]


def test_no_system_is_parted_from_its_first_task() -> None:
    """The head of a system never stands alone at the foot of a page."""
    for page in paged(_items(), 400, PITCH):
        last = page[-1]
        assert isinstance(last, Entry)
        assert not last.names


def test_rows_are_as_high_as_few_pages_allow() -> None:
    """Two pages at the least height stay two pages, with higher rows."""
    items = whole(chart_of(designated_town(), ENGLISH))
    pitch, pages = evenly_paged(items, 900)
    assert len(pages) == len(list(paged(items, 900, 15.5)))
    assert pitch > 15.5


def test_systems_that_share_a_block_are_all_named() -> None:
    """What is folded on paper says how many systems it stands for, and which."""
    heads = [item for item in _items() if isinstance(item, Entry) and item.names]
    told = " ".join(name for head in heads for name in head.names)
    assert "2 systems: School attendance, Long-term care insurance" in told
    for system in designated_town().page.cutovers:
        if system.source != "live":
            assert system.system.title.into(ENGLISH) in told
