"""How much of a file is read, so that no file can hold a machine up (上限)."""

from __future__ import annotations

ROWS = 20_000
"""Rows of a sheet; a town hall has a few hundred systems."""

COLUMNS = 500

SHEETS = 100

CHARACTERS = 10_000
"""Of a cell; Excel itself holds 32,767."""

CELLS = 2_000_000
"""Of all sheets together, rows times columns: some 100 MB once they are read."""

TOLD = 20
"""Cells of a sheet that are named one by one where many have the same fault."""
