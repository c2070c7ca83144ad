"""How sure the cutovers are, as text and tables (確率の出力)."""
