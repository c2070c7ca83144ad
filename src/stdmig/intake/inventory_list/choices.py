"""Words of a cell that stand for one of few values (選択肢の読取り)."""

from __future__ import annotations

import re

from stdmig.intake.inventory_list.plain import folded, plain
from stdmig.inventory.list_columns import LIST_COLUMNS

_OF_OUR_LIST: dict[str, dict[str, str]] = {
    f"{column.owner}.{column.key}": {
        folded(word): value
        for value, name in column.choices
        for word in (value, name.ja, name.en or name.ja)
    }
    for column in LIST_COLUMNS
    if column.choices
}

_POLICIES = (
    ("national", r"国が?提供|国提供|国システム|国の製品|国保事務処理標準|厚労省標準"),
    (
        "switch",
        r"(?:事業者|ベンダ|業者)を?(?:の)?(?:切替|変更|乗換)|切替え?|乗り?換え?|他社|リプレイス"
        r"|(?:新規|別)(?:事業者|ベンダ)|プロポ",
    ),
    (
        "stay",
        r"現行(?:の)?(?:事業者|ベンダ|業者)|現(?:事業者|ベンダ|業者)|(?:同一|同じ)(?:事業者|ベンダ)"
        r"|(?:^|を)継続|現行(?:どおり|通り|継続)",
    ),
    ("undecided", r"未定|検討|協議|調整|不明"),
)
_NEGATED = re.compile(r"しない|せず|ない$|予定なし|困難|不可|撤退|終了")

_FORMS = (
    ("re_lease", r"再リース"),
    ("lease", r"リース|賃貸借"),
    ("use", r"利用|使用|ASP|SAAS|サービス|クラウド"),
    ("maintenance", r"保守|委託"),
)
_KINDS = (
    ("single_year", r"単年"),
    ("multi_year", r"複数年|長期継続|債務負担|[2-9]年|10年"),
)
_YES = frozenset(
    folded(word)
    for word in [
        "○",
        "〇",
        "◯",
        "●",
        "レ",
        "✓",
        "✔",
        "有",
        "あり",
        "有り",
        "該当",
        "はい",
        "YES",
        "TRUE",
        "1",
    ]
)
_NO = frozenset(
    folded(word)
    for word in [
        "×",
        "✕",
        "☓",
        "無",
        "なし",
        "無し",
        "非該当",
        "いいえ",
        "NO",
        "FALSE",
        "0",
        "-",
        "―",
    ]
)


def own_choice(field: str, written: str) -> str | None:
    """Return the value for one of the words of our own list, or None."""
    return _OF_OUR_LIST.get(field, {}).get(folded(written))


def policy_of(written: str) -> str | None:
    """Return the policy where the words leave no doubt, or None."""
    words = plain(written).replace("ベンダ", "ベンダ")
    found = [value for value, pattern in _POLICIES if re.search(pattern, words)]
    if len(found) != 1 or _NEGATED.search(words):
        return None
    return found[0]


def terms_of(written: str) -> tuple[str | None, str | None]:
    """Return kind and form of a contract as far as the words say them."""
    words = folded(written)
    return _only(_KINDS, words), _first(_FORMS, words)


def yes_or_no(written: str) -> bool | None:
    """Return what a mark means, or None where it is no mark."""
    words = folded(written)
    if words in _YES:
        return True
    return False if words in _NO else None


def _only(table: tuple[tuple[str, str], ...], words: str) -> str | None:
    found = [value for value, pattern in table if re.search(pattern, words)]
    return found[0] if len(found) == 1 else None


def _first(table: tuple[tuple[str, str], ...], words: str) -> str | None:
    return next((value for value, pattern in table if re.search(pattern, words)), None)
