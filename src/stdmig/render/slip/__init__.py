"""What a vendor's slip does, as text, JSON, CSV, page and workbook (遅れの影響)."""
