"""Results to text and bytes: one format a file, nothing computed, nothing written."""
