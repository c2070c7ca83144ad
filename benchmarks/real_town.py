"""
A municipality whose name, code and designated systems are real (実在する自治体).

Everything else in its files is invented, and every file says so.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from figures import STEPS, Figures
from town import NO_ASSESSMENT, SYSTEMS

AS_OF = date(2026, 1, 31)
"""The day of which the steps tell; plan with it."""

_DAY = timedelta(days=1)
_KINDS = {
    "resident": "住民情報",
    "welfare": "福祉情報",
    "relief": "生活保護",
    "health": "健康管理",
    "register": "戸籍総合",
}
_VENDORS = range(1, 41)
# A few serve hundreds of municipalities each, most of them a handful.
_SHARES = [1 / number**1.2 for number in _VENDORS]
_SINCE = (
    *(date(2024, 10, 1), date(2025, 1, 6), date(2025, 7, 7), date(2025, 9, 29)),
    *(date(2025, 10, 14), date(2025, 11, 25), date(2026, 1, 5), date(2026, 1, 13)),
)
_SOON = (date(2026, 2, 9), date(2026, 2, 24), date(2026, 3, 2), date(2026, 3, 23))
_LATER = (
    *(date(2026, 10, 13), date(2027, 1, 4), date(2027, 9, 21), date(2028, 1, 4)),
    *(date(2028, 10, 10), date(2029, 1, 4), date(2030, 1, 4), date(2031, 1, 6)),
)


class RealContract(NamedTuple):
    """
    The contract of one package, and what is decided for all of its systems.

    Attributes
    ----------
    since, soon, later
        Days of the cutovers of the systems that are live, of those that are neither
        live nor designated, and of the designated ones.
    joint
        What several municipalities call their common procurement; None: bought alone.
    """

    kind: str
    vendor: str
    package: str
    policy: str
    since: date
    soon: date
    later: date
    joint: str | None

    @property
    def procurement(self) -> str:
        """Return what the units are bought under."""
        return self.kind if self.joint else f"{self.package}:{self.policy}"


class RealTown:
    """The choices of one municipality beside its figures."""

    def __init__(self, rng: Random, figures: Figures) -> None:
        self.rng = rng
        self.figures = figures
        # Some town halls write 令和6年9月30日, the others 2024-09-30.
        self.eras = rng.random() < 0.5
        kinds = ["resident", "welfare", "relief"]
        kinds += rng.sample(["health", "register"], rng.randint(0, 2))
        self.contracts = {kind: self._contract(kind) for kind in kinds}

    def contract(self, kind: str) -> RealContract:
        """Return the contract under which a kind of package is used."""
        return self.contracts.get(kind, self.contracts["resident"])

    def live(self, system: str) -> bool:
        """Return whether it serves: all steps taken and not designated (assumed)."""
        figures = self.figures
        return figures.done[system] == STEPS and system not in figures.designated

    def cutover(self, system: str, kind: str) -> date:
        """Return the first day of service, past or wanted."""
        contract = self.contract(kind)
        if self.live(system):
            return contract.since
        return contract.later if system in self.figures.designated else contract.soon

    def day(self, day: date) -> str:
        """Return a date as this town hall writes it."""
        if self.eras and day >= date(2020, 1, 1):
            return f"令和{day.year - 2018}年{day.month}月{day.day}日"
        return day.isoformat()

    def systems(self) -> list[str]:
        """Return the lines of ``systems.yaml``."""
        figures = self.figures
        lines = [
            "# 性能を測るために生成した。",
            "# 団体名、コード及び特定移行支援システムは、国の公表による。",
            "# 事業者、パッケージ、契約、担当課及び日付は、全て架空である。",
            "schema: stdmig.systems/1",
            "source: 生成データ（団体名、コード及び特定移行支援システムは国の公表）",
            "",
            "municipality:",
            f"  name: {figures.prefecture}{figures.city}",
            *([f'  code: "{figures.code}"'] if figures.code else []),
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
            lines += self._contract_lines(contract)
        joint = [each for each in self.contracts.values() if each.joint]
        if joint:
            lines += ["", "procurements:"]
            lines += [f"  - {{id: {each.kind}, joint: {each.joint}}}" for each in joint]
        lines += ["", "systems:"]
        for system in SYSTEMS:
            lines += self._system(*system)
        return lines

    def _contract(self, kind: str) -> RealContract:
        rng = self.rng
        number = rng.choices(_VENDORS, _SHARES)[0]
        joint = f"{self.figures.prefecture}{_KINDS[kind]}共同調達"
        return RealContract(
            kind,
            f"第{number}情報システム株式会社",
            f"第{number}{_KINDS[kind]}システム",
            rng.choice(("undecided", "stay", "stay", "switch")),
            rng.choice(_SINCE),
            rng.choice(_SOON),
            rng.choice(_LATER),
            joint if rng.random() < 0.05 else None,
        )

    def _contract_lines(self, contract: RealContract) -> list[str]:
        rng = self.rng
        years = rng.choice((5, 5, 5, 7))
        end = date(rng.choice((2025, 2026, 2026, 2027)), rng.choice((4, 4, 10)), 1)
        single = contract.kind == "relief" and rng.random() < 0.5
        start = end.replace(year=end.year - (1 if single else years))
        lines = [
            f"  - id: {contract.kind}",
            f"    name: {contract.package}",
            f"    vendor: {contract.vendor}",
            f"    start: {self.day(start)}",
            f"    end: {self.day(end - _DAY)}",
            f"    kind: {'single_year' if single else 'multi_year'}",
            f"    form: {rng.choice(('lease', 'maintenance', 'use'))}",
            f"    notice_months: {rng.choice((3, 6, 12))}",
            f"    monthly_fee: {rng.randint(5, 400) * 10_000}",
        ]
        if any(
            not self.live(name) and self.contract(kind) is contract
            for name, _, kind, _ in SYSTEMS
        ):
            lines += self._extension(end, contract.later)
        return lines

    def _extension(self, end: date, cutover: date) -> list[str]:
        """Return the lines of an extension, which seven in ten contracts have."""
        if self.rng.random() > 0.7:
            return []
        years = self.rng.choice((1, 2, cutover.year - end.year + 1))
        last = end.replace(year=end.year + max(years, 1)) - _DAY
        return [
            "    extensions:",
            f"      - start: {self.day(end)}",
            f"        end: {self.day(last)}",
            f"        state: {self.rng.choice(('planned', 'requested', 'signed'))}",
        ]

    def _system(
        self, name: str, group: str, kind: str, sections: tuple[str, ...]
    ) -> list[str]:
        contract = self.contract(kind)
        cutover = self.cutover(name, kind)
        lines = [
            "",
            f"  - id: {name}",
            f"    specification: {group}",
            f"    cutover: {self.day(cutover)}",
        ]
        if name in NO_ASSESSMENT:
            lines += ["    assessment:", "      level: none", "      assumed: true"]
        if name in self.figures.designated:
            lines += self._designation(cutover)
        lines.append("    units:")
        for section in sections:
            lines += [
                f"      - section: {section}",
                f"        name: {name}に係る業務システム",
                f"        vendor: {contract.vendor}",
                f"        package: {contract.package}",
                f"        policy: {contract.policy}",
                f"        contract: {contract.kind}",
            ]
            if contract.joint:
                lines.append(f"        procurement: {contract.kind}")
        return lines

    def _designation(self, cutover: date) -> list[str]:
        reason = self.rng.choice((1, 2, 3, *[4] * 17))
        return [
            "    designated:",
            f"      reason: {reason}",
            "      explanation: 事業者の体制が整わない（架空）",
            f"      completion: {cutover.year}-{cutover.month:02}",
        ]


def portfolio() -> list[str]:
    """Return the lines of a ``portfolio.yaml`` for all workspaces beside it."""
    return [
        "# 性能を測るために生成した。事業者の体制は、架空である。",
        "schema: stdmig.portfolio/1",
        "name: 全国（生成データ）",
        "name_en: The nation (generated)",
        'workspaces: ["*"]',
        "vendors:",
        *(
            f"  - {{vendor: 第{number}情報システム株式会社, items: [13, 14, 15],"
            f" capacity: {capacity}}}"
            for number, capacity in ((1, 300), (2, 200), (3, 100))
        ),
    ]
