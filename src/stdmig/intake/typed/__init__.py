"""What a person types as an answer, read or refused in words (入力の読取り)."""
