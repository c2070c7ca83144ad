"""Roll-ups of results: what a plan comes to, in a few statements."""

from stdmig.outlook.summary import Statement, Summary, summarise

__all__ = ["Statement", "Summary", "summarise"]
