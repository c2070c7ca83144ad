"""``stdmig progress``."""
