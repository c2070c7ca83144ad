"""The sample's links between systems, and its procedures online (見本の連携)."""

from __future__ import annotations

from collections import Counter

from tests.shipped import SYSTEMS


def test_links() -> None:
    """35 links: 19 are stated with their source, 16 inferred with the reason."""
    links = SYSTEMS["links"]
    assumed = [link for link in links if link.get("assumed")]
    stated = [link for link in links if not link.get("assumed")]
    assert (len(stated), len(assumed)) == (19, 16)
    assert all(link["source"] for link in stated)
    assert all(link["note"] and "source" not in link for link in assumed)
    assert [link["data"] for link in links if link.get("to") == "*"] == ["宛名"]
    assert [link["to_outside"] for link in links if "to" not in link] == [
        "団体内統合宛名"
    ]


def test_online_procedures() -> None:
    """27 procedures of four areas and moving; which systems they touch is inferred."""
    procedures = SYSTEMS["online_procedures"]
    assert Counter(each["area"] for each in procedures) == {
        "子育て": 15,
        "介護": 11,
        "被災者支援": 1,
        "転入・転出": 1,
    }
    assert Counter(each["section"] for each in procedures) == {
        "子どもみらい課": 14,
        "健康増進課": 1,
        "長寿・障害福祉課": 11,
        "危機管理課": 1,
        "市民課": 1,
    }
    assert all(each["assumed"] and each["name_en"] for each in procedures)
