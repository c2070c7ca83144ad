"""How the program ends (終了コード)."""

CLEAN = 0
FINDINGS = 1
UNUSABLE = 2
"""Wrong usage, or input that cannot be read."""
OUR_FAULT = 3
INTERRUPTED = 130
