"""Designated systems as a table for the ministry (特定移行支援システムの表)."""
