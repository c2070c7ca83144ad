"""A workspace whose names try to be something else (悪意のある名称)."""

from __future__ import annotations

import json

NAMES = (
    '=HYPERLINK("http://evil.example/","x")',
    "</script><img src=x onerror=alert(1)>",
    "]]></style><svg onload=alert(2)>",
    '"; DROP TABLE tasks; --',
    "' autofocus onfocus=alert(3) x='",
    "{{ 7 * 7 }}{% raw %}",
    "長" * 300,
    "turned \u202egnp.exe",
    "שלום עולם",
    "👨\u200d👩\u200d👧 と 𠮷野家 葛\U000e0100",
    "か\u3099き\u3099 combining",
    "<!-- --!> <![CDATA[",
    "&lt;b&gt; &amp;quot; &#x27;",
)
"""Each is used for a section, a vendor, a package, a contract and a system."""


def hostile_systems(names: tuple[str, ...] = NAMES) -> str:
    """Return a ``systems.yaml`` in which every name is hostile, or as given."""
    lines = [
        "schema: stdmig.systems/1",
        "municipality:",
        f"  name: {_word(names[1])}",
        "contracts:",
    ]
    for place, name in enumerate(names):
        lines += [
            f"  - id: c{place}",
            f"    name: {_word(name)}",
            f"    vendor: {_word(name)}",
            "    start: 2020-04-01",
            "    end: 2024-09-30",
            "    notice_months: 3",
        ]
    lines.append("systems:")
    for place, name in enumerate(names):
        lines += [
            f"  - id: s{place}",
            f"    name: {_word(name)}",
            "    statutory: false",
            f"    cutover: 2025-{place % 9 + 1:02}-01",
            "    units:",
            f"      - section: {_word(name)}",
            f"        name: {_word(name)}",
            f"        vendor: {_word(name)}",
            f"        package: {_word(name)}",
            f"        contract: c{place}",
        ]
    return "\n".join(lines) + "\n"


def _word(name: str) -> str:
    # YAML reads what JSON quotes.
    return json.dumps(name, ensure_ascii=False)
