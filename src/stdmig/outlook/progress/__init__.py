"""Two rates of progress, which are never mixed (進捗率)."""
