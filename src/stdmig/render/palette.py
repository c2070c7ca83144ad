"""Colours of every chart, told apart by colour-blind readers too (配色)."""

from __future__ import annotations

# Okabe and Ito, Color Universal Design, 2008; each also has a pattern or a label of its
# own, since many town halls print in black and white.
PLANNED = "#0072b2"
CRITICAL = "#a61e22"
DONE = "#8a949e"
COVERED = "#009e73"
GAP = "#d55e00"
DEADLINE = "#7a3e9d"
CUTOVER = "#1f2933"
AS_OF = "#1f2933"
INK = "#1f2933"
MUTED = "#52606d"
GRID = "#cfd6dd"
BAND = "#f3f5f8"
