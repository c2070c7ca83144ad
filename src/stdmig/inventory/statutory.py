"""The 20 businesses that the law names (標準化対象事務)."""

from __future__ import annotations

from stdmig.words import Name

STATUTORY: dict[str, Name] = {
    "juki": Name("住民基本台帳", "Basic resident register"),
    "inkan": Name("印鑑登録", "Seal registration"),
    "koseki": Name("戸籍", "Family register"),
    "fuhyo": Name("戸籍の附票", "Supplementary family register"),
    "senkyo": Name("選挙人名簿管理", "Electoral roll"),
    "kojin": Name("個人住民税", "Individual resident tax"),
    "hojin": Name("法人住民税", "Corporate resident tax"),
    "kotei": Name("固定資産税", "Fixed asset tax"),
    "keiji": Name("軽自動車税", "Light vehicle tax"),
    "shugaku": Name("就学", "School attendance"),
    "kenko": Name("健康管理", "Health management"),
    "jifu": Name("児童扶養手当", "Child rearing allowance"),
    "seiho": Name("生活保護", "Public assistance"),
    "shogai": Name("障害者福祉", "Disability welfare"),
    "kaigo": Name("介護保険", "Long-term care insurance"),
    "kokuho": Name("国民健康保険", "National health insurance"),
    "koki": Name("後期高齢者医療", "Medical care for the late-stage elderly"),
    "nenkin": Name("国民年金", "National pension"),
    "jidoteate": Name("児童手当", "Child allowance"),
    "kodomo": Name("子ども・子育て支援", "Child and childcare support"),
}
"""
Id and name of each, in the order of the ministry's tables.

Seventeen were named when 標準化法 (令和3年法律第40号) came into force; the cabinet
order of January 2022 added 戸籍, 戸籍の附票 and 印鑑登録.
"""
