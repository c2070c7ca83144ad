"""A list of systems that somebody else wrote, understood (業務システム一覧の取込み)."""
