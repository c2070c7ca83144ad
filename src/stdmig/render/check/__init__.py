"""Findings in every format: for people, programs and pipelines."""
