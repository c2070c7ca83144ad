"""A plan as a workbook (Excelブック)."""

from stdmig.render.workbook.workbook import workbook

__all__ = ["workbook"]
