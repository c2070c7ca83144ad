"""The command line (コマンド)."""
