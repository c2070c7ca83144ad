"""The inventory as a table that is edited elsewhere and read back (一覧表の出力)."""
