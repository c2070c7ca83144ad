"""A plan as text, JSON and CSV (計画の出力)."""
