"""Findings in every format: for people, programs and pipelines (指摘の出力)."""
