"""Write docs/rules.md and docs/rules.ja.md from the rules themselves.

Run ``python scripts/rules_page.py``; ``--check`` fails where a page is out of date.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from stdmig.inventory import FAULTS, FaultKind
from stdmig.render.explain.acceptance import example_subject, remarks
from stdmig.rules import RULES, Rule
from stdmig.words import LANGUAGES, Language, Style, Text

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.plain_markdown import plain
from scripts.written import ROOT, write_or_check

DOCS = ROOT / "docs"
FILES: dict[Language, str] = {"en": "rules.md", "ja": "rules.ja.md"}

WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "title": "Rules of `stdmig check`",
        "about": "Every finding has a code. `stdmig explain CODE` shows the same on the"
        " terminal. Codes are never reused.",
        "other": "[日本語](rules.ja.md)",
        "code": "Code",
        "name": "Name",
        "severity": "Severity",
        "says": "What it says",
        "why": "Why",
        "example": "Example",
        "do": "What to do",
        "accept": "To accept it",
        "or": "or",
        "never": "It cannot be accepted: it is about an acceptance itself.",
        "colon": ":",
        "living": "Findings that may stand",
        "living_about": """\
A finding that may stand is accepted in `systems.yaml`, with the reason, who said so\
 and until when. It is named by its code and its whole subject: the page of `stdmig\
 check` shows it behind the place of each finding, ready to be pasted, and so does the\
 last column of `--format csv`. An acceptance never covers more than one finding. With\
 `severity: warning` it covers the finding while it is no worse. An accepted finding\
 is shown, but does not count. After the last day it counts again (STD106); an\
 acceptance that matches nothing is told, with the subjects that come nearest (STD107).

```yaml
accept:
  - code: STD203
    contract: seiho
    reason: 毎年度の更新を財政課と合意済み
    by: 企画課 山田
    until: 2026-03-31   # the last day; a month means its last day
```

Who begins with many findings writes them down once, and lets only new ones count:

```sh
stdmig check --write-baseline baseline.json
stdmig check --baseline baseline.json
```

The file names findings by fingerprint, which no edit elsewhere changes. A finding\
 that has become worse than it was counts. What no longer occurs is told; `--baseline\
 FILE --write-baseline FILE --force` takes it out and adds nothing.

An acceptance goes before the baseline. A finding whose acceptance has run out counts,\
 whatever the baseline holds, and what is said about acceptances (STD106, STD107) is\
 never hidden. `--write-baseline` leaves both out and says how many: the next run is\
 clean only when the acceptance has a later `until`, or is taken out before the\
 baseline is written.""",
        "reading": "Faults of reading",
        "reading_about": "Every command ends with exit code 2 where one occurs. They"
        " are errors, cannot be accepted, and no baseline hides them. STD021 and"
        " STD023 alone are warnings: the rest of the table is read.",
        "STD1": "Inventory",
        "STD2": "Contracts",
        "STD3": "Schedule",
        "STD4": "Links and capacity",
        "STD5": "Progress",
    },
    "ja": {
        "title": "`stdmig check` の規則",
        "about": "指摘には、それぞれコードがあります。`stdmig explain コード` で、"
        "同じ内容を端末に表示します。一度使ったコードは、別の規則には使いません。",
        "other": "[English](rules.md)",
        "code": "コード",
        "name": "名前",
        "severity": "重大度",
        "says": "内容",
        "why": "理由",
        "example": "例",
        "do": "対処",
        "accept": "了承するときの書き方",
        "or": "又は",
        "never": "了承そのものについての指摘であり、了承できません。",
        "colon": "：",
        "living": "そのままにする指摘",
        "living_about": """\
事情があってそのままにする指摘は、理由、了承者、期限を付けて `systems.yaml` に\
書きます。コードと、対象を示す全てのキーで、1件を特定します。対象は、`stdmig check` の\
画面で各指摘の位置の後に、また `--format csv` の最後の列に、そのまま写せる形で\
示します。1件の了承が2件以上の指摘に当たることはありません。\
`severity: warning` と書けば、それより重くなったときは数えます。了承した指摘は、\
表示はしますが件数に含めません。期限を過ぎると再び数え\
（STD106）、該当する指摘がない了承は、近い対象を添えて知らせます（STD107）。

```yaml
accept:
  - code: STD203
    contract: seiho
    reason: 毎年度の更新を財政課と合意済み
    by: 企画課 山田
    until: 2026-03-31   # その日まで有効。月だけなら、その月の末日まで
```

初めから指摘が多いときは、一度ファイルに書き出し、その後は新しい指摘だけを数えます。

```sh
stdmig check --write-baseline baseline.json
stdmig check --baseline baseline.json
```

このファイル（基準ファイル）は、ほかの箇所を直しても変わらないフィンガープリントで\
指摘を覚えます。前より重くなった指摘は数えます。なくなった指摘は知らせるので、\
`--baseline FILE --write-baseline FILE --force` で消します\
（新しい指摘は加えません）。

了承は、基準ファイルに優先します。了承の期限を過ぎた指摘は、基準ファイルにあっても\
数えます。了承についての指摘（STD106、STD107）は、基準ファイルで除くことはできません。\
`--write-baseline` は、これらを書かずに、その件数を知らせます。次の点検で指摘をなくす\
には、了承の `until` を延ばすか、了承を消してから基準ファイルを書いてください。""",
        "reading": "読込みの誤り",
        "reading_about": "一つでもあれば、どのコマンドも終了コード2で終わります。"
        "全てエラーであり、了承することも、基準ファイルで除くこともできません。"
        "STD021とSTD023だけは警告で、表の残りを読み込みます。",
        "STD1": "業務の一覧",
        "STD2": "契約",
        "STD3": "日程",
        "STD4": "連携と体制",
        "STD5": "進捗",
    },
}


def page(language: Language) -> str:
    """Return the page about all rules in a language."""
    style, words = Style.of(language), WORDS[language]
    lines = [
        f"# {words['title']}",
        "",
        "<!-- Written by scripts/rules_page.py; change the rules, not this page. -->",
        "",
        words["other"],
        "",
        words["about"],
        "",
        *_table(style, words),
        "",
        f"## {words['living']}",
        "",
        words["living_about"],
    ]
    kind = ""
    for rule in RULES:
        if rule.code[:4] != kind:
            kind = rule.code[:4]
            lines += ["", f"## {words[kind]}"]
        lines += ["", *_rule(rule, style, words)]
    lines += ["", f"## {words['reading']}", "", words["reading_about"], ""]
    lines += _faults(style, words)
    return "\n".join(lines) + "\n"


def _table(style: Style, words: dict[str, str]) -> Iterator[str]:
    yield from _header(words, "code", "name", "severity", "says")
    for rule in RULES:
        severity, title = rule.severity.label.into(style), _cell(rule.title, style)
        code = f"[{rule.code}](#{_anchor(rule.code)})"
        yield f"| {code} | `{rule.name}` | {severity} | {title} |"


def _rule(rule: Rule, style: Style, words: dict[str, str]) -> Iterator[str]:
    colon = words["colon"]
    yield f'<a id="{_anchor(rule.code)}"></a>'
    yield ""
    yield f"### {rule.code} `{rule.name}`"
    yield ""
    severity = rule.severity.label.into(style)
    yield f"**{severity}**{colon} {plain(rule.title, style)}".replace("： ", "：")
    for key, told in (("why", rule.why), ("do", rule.help)):
        yield ""
        yield f"**{words[key]}**{colon} {plain(told, style)}".replace("： ", "：")
    yield ""
    yield f"**{words['example']}**{colon}"
    yield ""
    yield "```yaml"
    yield rule.example.into(style).rstrip("\n")
    yield "```"
    yield ""
    if not rule.subjects:
        yield words["never"]
        return
    yield f"**{words['accept']}**{colon}"
    yield ""
    yield "```yaml"
    yield "accept:"
    for position, shape in enumerate(rule.subjects):
        if position:
            yield f"  # {words['or']}"
        about = example_subject(shape)
        agreed = "reason: …, by: …, until: 2026-03-31"
        yield f"  - {{code: {rule.code}, {about}, {agreed}}}"
    yield "```"
    for told in remarks(rule.subjects):
        yield ""
        yield plain(told, style)


def _faults(style: Style, words: dict[str, str]) -> Iterator[str]:
    yield from _header(words, "code", "name", "says", "why")
    for code, kind in FAULTS.items():
        yield f"| {_fault(code, kind, style)} |"


def _fault(code: str, kind: FaultKind, style: Style) -> str:
    named = f'<a id="{_anchor(code)}"></a>{code}'
    told = _cell(kind.title, style), _cell(kind.why, style)
    return " | ".join((named, f"`{kind.name}`", *told))


def _header(words: dict[str, str], *keys: str) -> Iterator[str]:
    yield f"| {' | '.join(words[key] for key in keys)} |"
    yield f"|{'---|' * len(keys)}"


def _anchor(code: str) -> str:
    return code.lower()


def _cell(told: Text, style: Style) -> str:
    return plain(told, style).replace("|", r"\|")


def main() -> int:
    """Write the pages, or say which are out of date."""
    files = {DOCS / FILES[language]: page(language) for language in LANGUAGES}
    return write_or_check(__doc__, files)


if __name__ == "__main__":
    sys.exit(main())
