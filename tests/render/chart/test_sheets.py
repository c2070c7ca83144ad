"""The mayor's page and the full chart as pictures (概要版・全体工程表)."""

from __future__ import annotations

import re
from datetime import date

import pytest

from stdmig.render.chart.draw_marks import draw_milestones
from stdmig.render.chart.full import full_svg
from stdmig.render.chart.model import Mark
from stdmig.render.chart.overview import overview_svg
from stdmig.render.chart.scale import Scale
from stdmig.render.chart.sheet import MARGIN, WIDTH
from stdmig.words import Language, Style
from tests.helpers import ENGLISH
from tests.render.chart.pictures import lines, parsed, shapes, texts
from tests.render.chart.towns import designated_town, hostile_town, sample

PAPERS = [overview_svg, full_svg]
TOWNS = [sample, designated_town, hostile_town]


def test_gap_is_drawn_between_its_days() -> None:
    """The gap of 365 days begins on 1 October 2024 and ends on 30 September 2025."""
    svg = overview_svg(sample(), ENGLISH)
    left = MARGIN + 408
    scale = Scale(2021, 2025, left, WIDTH - MARGIN - left)
    gap = shapes(svg, "g")[0]
    assert gap.title == "gap of 365 days (2024-10-01 - 2025-09-30)"
    # The axis has 1826 days; 1 October 2024 is day 1279 of it.
    assert (gap.x - left) / scale.width * 1826 == pytest.approx(1279, abs=0.2)
    assert gap.width / scale.width * 1826 == pytest.approx(365, abs=0.2)


def test_overview_says_what_the_terminal_says_first() -> None:
    """The statements of the summary stand on the page, word by word."""
    told = " ".join(texts(overview_svg(sample(), ENGLISH)))
    for statement in sample().page.summary.statements:
        for sentence in statement.sentences:
            assert sentence.into(ENGLISH) in told


def test_key_figures_of_the_sample() -> None:
    """Cutover, deadline, longest gap and delay are the largest words of the page."""
    svg = overview_svg(sample(), ENGLISH)
    assert [
        each.text for each in parsed(svg).iter() if each.get("class") in ("v1", "va")
    ] == ["1 October 2025 (Wed)", "31 March 2026", "up to 365 days", "12 months late"]


def test_next_dates_of_the_sample() -> None:
    """The request that is open comes first."""
    told = texts(overview_svg(sample(), ENGLISH))
    place = told.index("Next dates")
    assert told[place + 1 : place + 3] == [
        "2021-10-31",
        "ask for FY2022: 生活保護システム: renewal of the contract",
    ]


def test_years_are_in_both_calendars() -> None:
    """Every fiscal year is told in 令和 and 西暦."""
    told = texts(full_svg(sample(), Style.of("ja")))
    assert "令和7年度 (2025)" in told
    assert "FY2025 (R7)" in texts(full_svg(sample(), ENGLISH))


def test_full_chart_is_one_sheet_for_a_town() -> None:
    """Items, systems and contracts of both examples stand on A3 landscape."""
    for town in (sample, designated_town):
        root = parsed(full_svg(town(), ENGLISH))
        assert (root.get("width"), root.get("height")) == ("420mm", "297mm")
        told = texts(full_svg(town(), ENGLISH))
        for name in ("Work items (planned dates)", "Systems", "Contracts"):
            assert name in told


@pytest.mark.parametrize("town", TOWNS)
@pytest.mark.parametrize("draw", PAPERS)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_picture_is_well_formed_and_self_contained(
    town: object, draw: object, language: Language
) -> None:
    """Nothing is fetched, nothing runs, and the same plan gives the same bytes."""
    svg = draw(town(), Style.of(language))  # type: ignore[operator]
    root = parsed(svg)
    assert root.get("viewBox") == "0 0 1680 1188"
    names = {each.tag.rpartition("}")[2] for each in root.iter()}
    assert names <= {"svg", "title", "style", "defs", "pattern", "path", "g", "text"}
    links = re.findall(r"url\(([^)]*)\)|https?:[^\"'<\s]*", re.sub("&quot;", '"', svg))
    assert all(link.startswith("#ch-") for link in links if link)
    assert svg == draw(town(), Style.of(language))  # type: ignore[operator]


def test_hostile_names_stay_words() -> None:
    """Names come through whole in the titles; what SVG forbids becomes U+FFFD."""
    svg = full_svg(hostile_town(), ENGLISH)
    titles = [each.text or "" for each in parsed(svg).iter() if "title" in each.tag]
    told = "\n".join([*titles, *texts(svg)])
    for name in (
        '=HYPERLINK("http://x")</script><img src=x onerror=alert(1)>',
        "]]></title><script>alert(1)</script>",
        '"; DROP TABLE 業務 --',
        "𠮷野家\U0001f600か\u3099\ufffd終",
        "長い名称" * 75,
    ):
        assert name in told
    assert "<script" not in svg
    assert "<img" not in svg


@pytest.mark.parametrize("draw", PAPERS)
def test_samples_are_small(draw: object) -> None:
    """A picture of a town stays below 60 KB."""
    assert len(draw(sample(), Style.of("ja")).encode()) < 60_000  # type: ignore[operator]


def test_legend_tells_what_is_drawn_and_no_more() -> None:
    """The sample has nothing done; the other town has."""
    assert "done" not in texts(full_svg(sample(), ENGLISH))
    assert "done" in texts(full_svg(designated_town(), ENGLISH))


def test_cutover_at_the_end_of_the_axis_has_its_label_before_it() -> None:
    """A label that would leave the sheet stands on the other side of its mark."""
    mark = Mark("milestone", date(2026, 3, 30), "2026-03-30 Cutover", "Cutover")
    drawn = draw_milestones((mark,), Scale(2024, 2025, 500, 1000))
    assert [text.x for text in lines(f"<svg>{drawn.svg}</svg>")] == [
        pytest.approx(1370, abs=20),
        pytest.approx(1440, abs=20),
    ]
    assert drawn.left_out == 0
