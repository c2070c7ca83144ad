"""Many municipalities as text, JSON, CSV, page and workbook (団体の集計)."""
