"""Tables as other programs wrote them: worksheets and CSV (表の読込み)."""
