"""Many municipalities side by side (複数自治体の集計)."""
