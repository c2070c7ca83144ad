"""``stdmig baseline``."""
