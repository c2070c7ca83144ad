"""The chart as a picture: geometry, rows, SVG, sheets, PDF (工程表の図)."""
