"""Bytes that other programs wrote, understood as a draft of our own files (取込み)."""
