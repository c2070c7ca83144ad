"""The 47 prefectures by the first two digits of the code (都道府県コード)."""

from __future__ import annotations

from stdmig.inventory.alike import plain_name
from stdmig.words import Name

_ALL = (
    ("北海道", "Hokkaido"),
    ("青森県", "Aomori"),
    ("岩手県", "Iwate"),
    ("宮城県", "Miyagi"),
    ("秋田県", "Akita"),
    ("山形県", "Yamagata"),
    ("福島県", "Fukushima"),
    ("茨城県", "Ibaraki"),
    ("栃木県", "Tochigi"),
    ("群馬県", "Gunma"),
    ("埼玉県", "Saitama"),
    ("千葉県", "Chiba"),
    ("東京都", "Tokyo"),
    ("神奈川県", "Kanagawa"),
    ("新潟県", "Niigata"),
    ("富山県", "Toyama"),
    ("石川県", "Ishikawa"),
    ("福井県", "Fukui"),
    ("山梨県", "Yamanashi"),
    ("長野県", "Nagano"),
    ("岐阜県", "Gifu"),
    ("静岡県", "Shizuoka"),
    ("愛知県", "Aichi"),
    ("三重県", "Mie"),
    ("滋賀県", "Shiga"),
    ("京都府", "Kyoto"),
    ("大阪府", "Osaka"),
    ("兵庫県", "Hyogo"),
    ("奈良県", "Nara"),
    ("和歌山県", "Wakayama"),
    ("鳥取県", "Tottori"),
    ("島根県", "Shimane"),
    ("岡山県", "Okayama"),
    ("広島県", "Hiroshima"),
    ("山口県", "Yamaguchi"),
    ("徳島県", "Tokushima"),
    ("香川県", "Kagawa"),
    ("愛媛県", "Ehime"),
    ("高知県", "Kochi"),
    ("福岡県", "Fukuoka"),
    ("佐賀県", "Saga"),
    ("長崎県", "Nagasaki"),
    ("熊本県", "Kumamoto"),
    ("大分県", "Oita"),
    ("宮崎県", "Miyazaki"),
    ("鹿児島県", "Kagoshima"),
    ("沖縄県", "Okinawa"),
)

PREFECTURES: dict[str, Name] = {
    f"{number:02}": Name(*names) for number, names in enumerate(_ALL, start=1)
}
"""Name of each by its code: 01 北海道 to 47 沖縄県 (JIS X 0401)."""


def prefecture_of(code: str | None) -> str | None:
    """Return the prefecture's code in a municipality's; None where it is none."""
    found = (code or "")[:2]
    return found if found in PREFECTURES else None


def find_prefecture(written: str) -> str | None:
    """Return the code of a prefecture by its code or name, with or without 県."""
    wanted = plain_name(written)
    for code, name in PREFECTURES.items():
        known = (code, name.ja, name.ja[:-1], (name.en or "").casefold())
        if wanted in known or wanted.zfill(2) == code:
            return code
    return None
