"""``stdmig export``: files for other people and programs."""
