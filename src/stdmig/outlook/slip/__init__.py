"""A vendor that is later than planned, in many municipalities (事業者の遅れ)."""
