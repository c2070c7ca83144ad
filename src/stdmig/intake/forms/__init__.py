"""Excel forms that come back filled in (調査票の読取り)."""
