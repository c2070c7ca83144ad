"""Prices taken out of a file that others will see."""

from __future__ import annotations

from typing import get_args

from pydantic import BaseModel

from stdmig.inventory import Source
from stdmig.inventory.editing.prices import (
    PRICE_KEYS,
    speaks_of_money,
    without_prices,
)
from stdmig.inventory.fields import Yen
from stdmig.inventory.schema.shape import models
from stdmig.inventory.systems import SystemsFile
from stdmig.inventory.yaml_events import parse

FILE = """\
contracts:
  # 月額は税抜
  - id: a   # 基幹
    monthly_fee: 1200000   # 令和5年度
    termination:
      fee: 300000
    end: 2026-03-31
  - {id: b, annual_fee: 5, termination: {notice_months: 3, fee: 1}}
systems:
  - id: juki
    units:
      - {section: 市民課, contract: {id: c, monthly_fee: 9}, note: 約３千万円}
"""


def _stripped(text: str) -> str:
    source = Source("systems.yaml", text.encode())
    document, faults = parse(source)
    assert document is not None
    assert faults == []
    return without_prices(source, document).decode()


def test_every_price_goes_and_nothing_else() -> None:
    """Fees go with their remarks, in lines and in brackets; a termination stays."""
    assert (
        _stripped(FILE)
        == """\
contracts:
  # 月額は税抜
  - id: a   # 基幹
    end: 2026-03-31
  - {id: b, termination: {notice_months: 3}}
systems:
  - id: juki
    units:
      - {section: 市民課, contract: {id: c}, note: 約３千万円}
"""
    )


def test_file_without_prices_stays_as_it_is() -> None:
    """Not a byte changes."""
    text = "systems:\r\n  - id: juki   # 住民記録\r\n"
    assert _stripped(text) == text


def test_every_key_that_holds_yen_is_known() -> None:
    """A new price in the model must be named among the keys that are taken out."""
    held = {
        field.alias or name
        for model in models(SystemsFile)
        for name, field in model.model_fields.items()
        if _is_yen(model, name)
    }
    assert held == set(PRICE_KEYS)


def _is_yen(model: type[BaseModel], name: str) -> bool:
    return Yen in get_args(model.model_fields[name].annotation)


def test_lines_that_tell_of_money_are_pointed_at() -> None:
    """Words of money are found in remarks and notes, with line and column."""
    source = Source(
        "s.yaml",
        "a: 1  # 月額 33\nb: ２百万円\nc: 円形 月額（円）\nd: 3 JPY\n".encode(),
    )
    assert [str(place) for place in speaks_of_money(source)] == [
        "s.yaml:1:9",
        "s.yaml:2:4",
        "s.yaml:4:4",
    ]
