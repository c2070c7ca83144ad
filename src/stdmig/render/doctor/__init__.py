"""What ``stdmig doctor`` found, for people and for programs (動作環境の確認)."""
