"""``stdmig doctor`` and what it looks at, one part a file (動作環境の確認)."""
