"""The 20 systems under the names that town halls use (業務の呼び名)."""

from __future__ import annotations

WITHIN: dict[str, str] = {
    "juki": ("住民基本台帳 住民記録 住民記録台帳 住基 住記 住民票 住民異動 住民登録"),
    "inkan": "印鑑登録 印鑑登録証明 印鑑証明 印鑑",
    "koseki": "戸籍 戸籍総合 戸籍情報 戸籍簿 戸籍事務",
    "fuhyo": "戸籍の附票 戸籍附票 戸籍簿附票 附票",
    "senkyo": (
        "選挙人名簿 選挙人名簿管理 選挙管理 期日前投票 不在者投票 当日投票 在外選挙"
    ),
    "kojin": (
        "個人住民税 住民税 個人市民税 個人町民税 個人村民税 個人市町村民税 個人区民税"
        " 市民税 町民税 村民税 市町村民税 特別区民税 区民税 市県民税 町県民税 村県民税"
        " 市府民税 町府民税 村府民税 市道民税 町道民税 村道民税 県市民税 県町民税"
        " 個人市県民税 個人町県民税 個人村県民税 個人県民税 個人市府民税"
    ),
    "hojin": (
        "法人住民税 法人市民税 法人町民税 法人村民税 法人市町村民税 法人区民税"
        " 法人市県民税 法人町県民税 法人村県民税 法人税割"
    ),
    "kotei": "固定資産税 固定資産 資産税 都市計画税 償却資産",
    "keiji": "軽自動車税 軽自動車 軽自税 軽自",
    "shugaku": "就学 就学援助 学齢簿 学齢簿編製 学齢 学籍",
    "kenko": (
        "健康管理 保健衛生 母子保健 成人保健 予防接種 住民健診 住民検診 がん検診"
        " 健康増進 健康情報 健診管理 検診管理"
        " 成人検診 成人健診 乳幼児健診 乳幼児検診 妊婦健診 妊産婦健診 健康診査"
    ),
    "jifu": "児童扶養手当 児童扶養 児扶",
    "seiho": "生活保護 生保",
    "shogai": (
        "障害者福祉 障害福祉 障害福祉サービス 障害者総合支援 障害者自立支援"
        " 自立支援給付 自立支援医療 身体障害者手帳 療育手帳 精神障害者保健福祉手帳"
        " 障害者手帳 障害者支援 障害児福祉 補装具 障害者給付"
    ),
    "kaigo": "介護保険 介護保険料 介護認定 要介護認定 介護給付 介護資格 介護賦課",
    "kokuho": (
        "国民健康保険 国民健康保険税 国民健康保険料 国保 国保税 国保料 国保資格"
        " 国保給付 国保賦課"
    ),
    "koki": (
        "後期高齢者医療 後期高齢者医療保険 後期高齢者医療保険料 後期高齢者保険"
        " 後期高齢者 後期高齢 後期医療 後期保険料 長寿医療"
    ),
    "nenkin": "国民年金 国年",
    "jidoteate": "児童手当 児手 子ども手当",
    "kodomo": (
        "子ども・子育て支援 子ども・子育て 子育て支援 子ども支援 保育所 保育園 保育料"
        " 保育入所 保育認定 保育管理 認定こども園 認定子ども園 支給認定 施設型給付"
        " 教育・保育給付 教育・保育"
    ),
}
"""Names that mean one system wherever they stand in a longer name."""

ALONE: dict[str, str] = {
    "kojin": "個人 個人市民 個人住民",
    "hojin": "法人 法人市民 法人住民",
    "kotei": "固定 固資 土地・家屋",
    "keiji": "軽自動車等 軽自車",
    "senkyo": "選挙 期日前 不在者 名簿調製",
    "kenko": "健康 保健 健診 検診",
    "shogai": "障害 障害者 障害支援 自立支援",
    "kaigo": "介護",
    "koki": "後期 後高",
    "nenkin": "年金",
    "kodomo": "保育 子ども子育て 子子 子ども・子育て会議",
    "jidoteate": "児童手当等",
}
"""Names that mean one system where nothing else stands beside them."""

_TAXES = "kojin hojin kotei keiji"
_MONEY = f"{_TAXES} kokuho koki kaigo"
_WELFARE = "seiho shogai kaigo jifu jidoteate kodomo"
_ALL = ""

SEVERAL_WITHIN: dict[str, str] = {
    "税総合": _TAXES,
    "総合税": _TAXES,
    "税務": _TAXES,
    "税情報": _TAXES,
    "地方税": _TAXES,
    "収滞納": _MONEY,
    "収納": _MONEY,
    "滞納": _MONEY,
    "総合行政": _ALL,
    "基幹系": _ALL,
    "基幹業務": _ALL,
    "住民情報": _ALL,
    "総合窓口": "juki inkan koseki fuhyo",
    "福祉総合": _WELFARE,
    "総合福祉": _WELFARE,
    "福祉情報": _WELFARE,
    "児童福祉": "jifu jidoteate kodomo",
    "保険年金": "kokuho nenkin koki",
    "国保年金": "kokuho nenkin",
    "医療保険": "kokuho koki",
    "特別児童扶養手当": "shogai jifu",
    "家屋評価": "kotei",
    "学童保育": "kodomo",
    "放課後児童": "kodomo",
    "就学前": "kodomo shugaku",
}
"""Names that can mean more than one system, or a part that may lie beside it."""

SEVERAL_ALONE: dict[str, str] = {
    "税": _TAXES,
    "市税": _TAXES,
    "町税": _TAXES,
    "村税": _TAXES,
    "課税": _TAXES,
    "賦課": _MONEY,
    "徴収": _MONEY,
    "福祉": _WELFARE,
    "高齢者福祉": "kaigo",
    "高齢福祉": "kaigo",
    "子育て": "kodomo jidoteate jifu",
    "児童": "jidoteate jifu kodomo",
    "手当": "jidoteate jifu shogai",
    "保険": "kokuho koki kaigo",
    "医療": "kokuho koki",
    "窓口": "juki inkan koseki fuhyo",
    "証明": "juki inkan koseki fuhyo",
    "証明書発行": "juki inkan koseki fuhyo",
}
"""The same, where nothing else stands beside them."""

BEYOND: str = (
    "財務会計 人事給与 人事 給与 人給 庶務事務 文書管理 グループウェア 図書館 財産管理"
    " 公有財産 備品管理 契約管理 電子入札 入札 起債 予算編成 公会計 固定資産台帳"
    " 住基ネット 住民基本台帳ネットワーク 住基ネットワーク コンビニ交付 コンビニ証明"
    " 団体内統合宛名 統合宛名 住登外宛名 住登外者宛名 宛名 共通機能 共通基盤 申請管理"
    " 中間サーバ 番号連携 情報連携 庁内連携 データ連携 統合運用 認証基盤 LGWAN"
    " ホームページ メール配信 施設予約 電子申請 ぴったりサービス マイナポータル"
    " 地図情報 地理情報 GIS 統合型GIS 航空写真 地籍 農地台帳 農業委員会 農家台帳"
    " 上水道 下水道 水道料金 水道 公営住宅 町営住宅 市営住宅 村営住宅 県営住宅"
    " 住宅管理 道路台帳 建築確認 防災 防災行政無線 被災者支援 避難行動要支援者"
    " 罹災証明 議会中継 会議録 例規 墓地 霊園 斎場 火葬 畜犬 犬の登録 ごみ 清掃"
    " 学校給食 給食費 給食 校務支援 教務支援 奨学金 施設管理 勤怠管理 職員健康管理"
    " 職員健診 特定健診 国保総合 国保データベース KDB 診療報酬 福祉医療 子ども医療"
    " 子ども医療費 乳幼児医療 ひとり親医療 ひとり親家庭等医療 重度心身障害"
    " 重度障害者医療 重心医療 老人保健 地域包括支援 包括支援センター 生活困窮"
    " 生活困窮者自立支援 敬老 投開票速報 開票速報 裁判員 検察審査会 家族手当"
    " 企業年金 共済年金 災害対策 ふるさと納税 EL TAX ELTAX 地方税電子申告 国税連携"
    " 確定申告支援 申告受付 電話催告 コールセンター 障害対応 母子手帳アプリ"
    " 子育て支援アプリ 子育てアプリ 病院 電子カルテ 監視カメラ ネットワーク"
)
"""Names of systems that are none of the 20."""

GENERAL: str = (
    "システム 業務 事務 管理 台帳 情報 支援 基幹業務系 基幹系 基幹 総合 オンライン"
    " サブシステム パッケージ 処理 標準 電算 に係る 係る 関係 関連 等 の 用 及び"
    " 賦課 課税 収納 資格 給付 徴収 土地 家屋 償却 個人 法人 税 料 保険料 サービス"
    " 登録 証明 交付 受給者 制度 簿 名簿 事業 一式 新 現行 クラウド 版 と 分"
)
"""Words that say nothing about which system it is."""
