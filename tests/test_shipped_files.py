"""The files of the packaged sample, as bytes (見本のファイル)."""

from __future__ import annotations

import pytest
import yaml

from tests.shipped import ROOT, SCHEMAS, read


@pytest.mark.parametrize("name", SCHEMAS)
def test_files_are_plain(name: str) -> None:
    """UTF-8 that CP932 can hold too, LF, no byte order mark, tabs, anchors or tags."""
    data = (ROOT / "data" / name).read_bytes()
    text = data.decode("utf-8")
    assert text.encode("cp932").decode("cp932") == text
    assert text[-1] == "\n"
    assert not set(text) & set("\ufeff\r\t")
    for event in yaml.parse(text):
        assert not isinstance(event, yaml.AliasEvent), event
        assert getattr(event, "anchor", None) is None, event
        assert getattr(event, "tag", None) is None, event
    assert read(name)["schema"] == SCHEMAS[name]
