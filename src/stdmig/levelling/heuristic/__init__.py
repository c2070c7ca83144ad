"""A fast search for starts that always answers (発見的手法)."""

from stdmig.levelling.heuristic.spread import spread

__all__ = ["spread"]
