"""The words by which people name how far something is (進捗の状況の言い方)."""

from __future__ import annotations

import unicodedata
from typing import get_args

from stdmig.inventory.progress import Status
from stdmig.words import Name

STATUS_NAMES: dict[Status, Name] = {
    "done": Name("完了済み", "done"),
    "started": Name("作業中", "started"),
    "not_started": Name("未着手", "not started"),
    "not_applicable": Name("対象外", "not applicable"),
}
"""The ministry's four words (総務省の手順書)."""

MINISTRY_WORDS: dict[Status, str] = {
    status: name.ja for status, name in STATUS_NAMES.items()
}
"""They alone, as the ministry's form has them (総務省 dashboard_00001.html)."""

_WORDS: dict[str, Status] = {
    **{str(status): status for status in get_args(Status)},
    **{word: status for status, word in MINISTRY_WORDS.items()},
    # The same word without its ending.
    "完了済": "done",
    "完了": "done",
}


def status_of(word: str) -> Status | None:
    """Return the status that a word means; None where it means none."""
    plain = unicodedata.normalize("NFKC", word).strip().lower()
    return _WORDS.get(plain) or _WORDS.get("_".join(plain.replace("-", " ").split()))


def known_words() -> tuple[str, ...]:
    """Return the words to name to somebody who used another."""
    return (*map(str, STATUS_NAMES), *MINISTRY_WORDS.values())
