"""Two plans side by side, for people, pull requests and programs (比較の出力)."""
