"""A workspace whose names try to become code, or to break the layout (敵対的な入力)."""

from __future__ import annotations

import json
import re

from stdmig.inventory import Sources
from tests.helpers import workspace_text

NAMES: tuple[str, ...] = (
    '=HYPERLINK("http://example.invalid/","押す")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A9)",
    "</script><img src=x onerror=alert(1)>",
    "<!-- & ]]> &amp; &lt;b&gt; -->",
    '"; DROP TABLE systems; --',
    "{{ 7 * 7 }} {% raw %} ${jndi:ldap://x} %s %n",
    "]]>]]></text><script>alert(2)</script>",
    "javascript:alert(3)",
    "]]></style><svg onload=alert(4)>",
    "' autofocus onfocus=alert(5) x='",
    "<!-- --!> <![CDATA[ &amp;quot; &#x27;",
    "::error file=x::捏造された注釈 %0A",
    "BEGIN:VEVENT;SUMMARY:a\\nb,c",
    "a:b;c#d%%e, `f` |g| [h](i) *j* ~k~ \\l",
    "end",
    "右から左 שלום と العربية",
    "家族 👨\u200d👩\u200d👧 と旗 🇯🇵",
    "𠮷野家・葛\U000e0100飾・髙﨑⑯㈱",
    "が か\u3099 ぎ き\u3099 ハ\u309a",
    "長" * 300,
    "No_blanks_at_all_" * 18,
)
"""Names that every output holds whole, and that no output takes for its own words."""

TURNED = "逆\u202eさ\u202cの\u200f印\u200eと\u061c\u2067切\u2069\u206f替\ufff9注\ufffb"
"""A name that would turn around what follows it; outputs show U+FFFD in its place."""

ACTING = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f"
    r"\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]"
)
"""What no output may hold as it is, but for its own line ends."""


ALL = (*NAMES, TURNED)


def hostile_workspace(names: tuple[str, ...] = ALL) -> Sources:
    """Return a workspace with a system for each name, which stands everywhere in it."""
    quoted = [json.dumps(name, ensure_ascii=False) for name in names]
    lines = [
        "schema: stdmig.systems/1",
        f"municipality: {{name: {quoted[4]}, name_en: {quoted[0]}}}",
        "contracts:",
    ]
    for number, name in enumerate(quoted):
        lines += [
            f"  - id: c{number}",
            f"    name: {name}",
            f"    vendor: {name}",
            "    start: 2019-10-01",
            f"    end: 2024-09-{number % 28 + 1:02}",
            "    notice_months: 3",
        ]
    lines.append("systems:")
    for number, name in enumerate(quoted):
        lines += [
            f"  - id: s{number}",
            f"    name: {name}",
            "    statutory: false",
            "    cutover: 2025-10-01",
            f"    note: {name}",
            "    units:",
            f"      - section: {name}",
            f"        name: {name}",
            f"        vendor: {name}",
            f"        package: {name}",
            f"        contract: c{number}",
        ]
    return workspace_text("\n".join(lines) + "\n")
