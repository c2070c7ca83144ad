"""The levelled plan as text and tables (平準化の出力)."""
