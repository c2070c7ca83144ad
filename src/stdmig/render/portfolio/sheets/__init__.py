"""The sheets of a workbook about many municipalities (ブックのシート)."""
