"""Starts that spread the work over months and people (平準化)."""
