"""What a file may hold, for editors and for the reference (ファイルの型)."""
