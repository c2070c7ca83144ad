"""The files of an invented municipality, line by line (生成する自治体)."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import NamedTuple

SYSTEMS = (
    ("juki", "leading", "resident", ("市民課",)),
    ("inkan", "first", "resident", ("市民課",)),
    ("koseki", "second", "register", ("市民課",)),
    ("fuhyo", "second", "register", ("市民課",)),
    ("senkyo", "second", "resident", ("選挙管理委員会",)),
    ("kojin", "first", "resident", ("税務課",)),
    ("hojin", "first", "resident", ("税務課",)),
    ("kotei", "first", "resident", ("税務課",)),
    ("keiji", "first", "resident", ("税務課",)),
    ("shugaku", "first", "resident", ("学校教育課",)),
    ("kenko", "second", "health", ("健康増進課",)),
    ("jifu", "second", "welfare", ("子育て支援課",)),
    ("seiho", "second", "relief", ("社会福祉課",)),
    ("shogai", "first", "welfare", ("長寿・障害福祉課",)),
    ("kaigo", "first", "resident", ("税務課", "長寿・障害福祉課")),
    ("kokuho", "second", "resident", ("税務課", "保険年金課")),
    ("koki", "second", "resident", ("税務課", "保険年金課")),
    ("nenkin", "second", "resident", ("保険年金課",)),
    ("jidoteate", "second", "welfare", ("子育て支援課",)),
    ("kodomo", "second", "welfare", ("子育て支援課",)),
)
"""System, group of its specification, package it usually belongs to, sections."""
_OFTEN_UNRECORDED = ("inkan", "koseki", "fuhyo")
NO_ASSESSMENT = ("inkan", "senkyo")
_DAY = timedelta(days=1)


class _Contract(NamedTuple):
    """A contract of one package: three to five of them make a town hall."""

    id: str
    package: str
    vendor: str
    policy: str
    lines: list[str]


class Town:
    """The choices of one municipality."""

    def __init__(self, rng: Random, number: int) -> None:
        self.rng = rng
        self.number = number
        # Some town halls write 令和6年9月30日, the others 2024-09-30.
        self.eras = rng.random() < 0.5
        kinds = ["resident", "welfare", "relief"]
        kinds += rng.sample(["health", "register"], rng.randint(0, 2))
        self.contracts = {kind: self._contract(kind) for kind in kinds}
        last_days = [date(2025, 9, 30), date(2025, 12, 31), date(2026, 1, 30)]
        self.cutovers = [rng.choice(last_days) + _DAY, date(2026, 1, 31)]

    def systems(self) -> list[str]:
        """Return the lines of ``systems.yaml``."""
        lines = [
            "# 性能を測るために生成した、実在しない自治体である。",
            "schema: stdmig.systems/1",
            "source: 生成データ",
            "",
            "municipality:",
            f"  name: 第{self.number}生成市",
            f"  name_en: Generated City {self.number}",
            f"  population: {self.rng.randint(3_000, 400_000)}",
            "  lead_section: デジタル推進課",
            "",
            "specifications:",
            "  - {id: leading, name: 先行, published: 2020-09}",
            "  - {id: first, name: 第1グループ, published: 2021-08, assumed: true}",
            "  - {id: second, name: 第2グループ, published: 2022-08, assumed: true}",
            "",
            "contracts:",
        ]
        for contract in self.contracts.values():
            lines += contract.lines
        lines += ["", "systems:"]
        for system in SYSTEMS:
            lines += self._system(*system)
        return lines

    def _contract(self, kind: str) -> _Contract:
        rng = self.rng
        vendor = f"第{rng.randint(1, 40)}情報システム株式会社"
        package = f"{kind.capitalize()} パッケージ {rng.randint(1, 9)}"
        single = kind == "relief" and rng.random() < 0.5
        start = date(rng.randint(2018, 2021), rng.choice((4, 4, 4, 8, 10)), 1)
        end = start.replace(year=start.year + (1 if single else rng.choice((5, 5, 7))))
        end -= _DAY * rng.choice((1, 1, 1, 2, 17))
        lines = [
            f"  - id: {kind}",
            f"    name: {package}",
            f"    vendor: {vendor}",
            f"    start: {self._day(start)}",
            f"    kind: {'single_year' if single else 'multi_year'}",
            f"    form: {rng.choice(('lease', 'maintenance', 'use'))}",
            f"    monthly_fee: {rng.randint(5, 400) * 10_000}",
        ]
        if rng.random() < 0.95:
            lines.append(f"    end: {self._day(end)}")
            if rng.random() < 0.3:
                state = rng.choice(("planned", "requested", "voted", "signed"))
                last = end.replace(year=end.year + 1)
                lines += [
                    "    extensions:",
                    f"      - start: {self._day(end + _DAY)}",
                    f"        end: {self._day(last)}",
                    f"        state: {state}",
                ]
        policy = rng.choice(("undecided", "undecided", "stay", "stay", "switch"))
        return _Contract(kind, package, vendor, policy, lines)

    def _system(
        self, name: str, group: str, kind: str, sections: tuple[str, ...]
    ) -> list[str]:
        rng = self.rng
        lines = ["", f"  - id: {name}", f"    specification: {group}"]
        if name == "seiho" and rng.random() < 0.3:
            lines += ["    applies: false", "    reason: 福祉事務所がない"]
            return [*lines, "    units: []"]
        if name in NO_ASSESSMENT:
            lines += ["    assessment:", "      level: none", "      assumed: true"]
        lines += self._cutover()
        if name in _OFTEN_UNRECORDED and rng.random() < 0.5:
            return [*lines, "    note: 業務システムの記録がない", "    units: []"]
        lines.append("    units:")
        for section in sections:
            lines += self._unit(name, kind, section)
        return lines

    def _cutover(self) -> list[str]:
        chance = self.rng.random()
        if chance < 0.6:
            # Every system names its day: the plain way would not choose one.
            return [f"    cutover: {self._day(self.cutovers[-1])}"]
        if chance < 0.95:
            return [f"    cutover: {self._day(self.rng.choice(self.cutovers))}"]
        own = date(self.rng.randint(2027, 2030), self.rng.randint(1, 12), 1)
        return [f"    cutover: {self._day(own)}", f"    deadline: {self._day(own)}"]

    def _unit(self, system: str, kind: str, section: str) -> list[str]:
        rng = self.rng
        contract = self.contracts.get(kind, self.contracts["resident"])
        policy = contract.policy
        if rng.random() < 0.15:
            policy = rng.choice(("stay", "switch"))
        if system == "kokuho" and rng.random() < 0.3:
            policy = "national"
        lines = [
            f"      - section: {section}",
            f"        name: {system}に係る業務システム",
            f"        vendor: {contract.vendor}",
            f"        package: {contract.package}",
            f"        policy: {policy}",
            f"        contract: {contract.id}",
        ]
        if rng.random() < 0.3:
            lines.append("        related: [庁内連携基盤, 税務LAN]")
        if rng.random() < 0.3:
            lines.append("        confirmed_by: 推進課")
            lines.append("        confirmed_on: 2021-07-01")
        return lines

    def _day(self, day: date) -> str:
        if self.eras and day >= date(2020, 1, 1):
            return f"令和{day.year - 2018}年{day.month}月{day.day}日"
        return day.isoformat()


def template(rng: Random, number: int) -> list[str]:
    """Return the lines of a template with a wanted cutover of its own."""
    cutover = rng.choice(("2025-10-01", "2025-12-29", "2026-01-01", "2026-02-28"))
    conditions = rng.choice(("[]", "[other_systems]", "[vendor_switch]"))
    lines = [
        f"# 性能を測るために生成した、第{number}生成市の日程のひな型である。",
        "schema: stdmig.template/1",
        "deadline: 2026-03-31",
        "planning:",
        f"  cutover: {cutover}",
        f"  durations: {rng.choice(('maximum', 'maximum', 'minimum'))}",
        f"  conditions: {conditions}",
        "budget:",
        "  request:",
        '    from: "09-01"',
        '    until: "10-31"',
        "milestones:",
    ]
    for item, name in ((7, "方針決定"), (8, "予算要求"), (11, "契約")):
        lines += [f"  - id: item-{item}", f"    name: {name}", f"    item: {item}"]
    return [*lines, "  - id: cutover", "    name: 稼働", "    cutover: true"]
