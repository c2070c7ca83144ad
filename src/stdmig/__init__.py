"""Plan a municipality's move to standard-compliant core systems (標準化移行計画)."""

__version__ = "0.1.0"
