"""The exact search for starts, by constraint programming (CP-SAT)."""
