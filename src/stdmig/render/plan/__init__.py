"""A plan as text, JSON and CSV."""
