"""How far the work is: text, JSON, CSV (進捗の出力)."""
