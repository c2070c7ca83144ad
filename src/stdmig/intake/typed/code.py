"""The code of a municipality as somebody typed it (団体コード)."""

from __future__ import annotations

import re
import unicodedata

from stdmig.words import Text, text

_WEIGHTS = (6, 5, 4, 3, 2)


def typed_code(written: str) -> str | Text:
    """
    Return the six digits of a municipality's code, or what is wrong with them.

    The last digit checks the others: 11 less the remainder of their weighted sum by
    11, of which the last place counts (総務省 全国地方公共団体コード 検証数字).
    """
    code = re.sub(r"[ \-]", "", unicodedata.normalize("NFKC", written))
    if not re.fullmatch(r"[0-9]{6}", code):
        return text("the code has 6 digits, such as 462250")
    digits = [int(each) for each in code]
    weighted = sum(
        digit * weight for digit, weight in zip(digits[:5], _WEIGHTS, strict=True)
    )
    if digits[-1] != (11 - weighted % 11) % 10:
        return text(
            "{code} is no code of a municipality: its last digit does not fit the"
            " others",
            code=code,
        )
    return code
