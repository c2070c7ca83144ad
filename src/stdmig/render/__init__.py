"""Results to text and bytes: nothing is computed, nothing written (出力の形式)."""
