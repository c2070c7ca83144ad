"""The set by which PCs without a network get stdmig (オフライン配布)."""
