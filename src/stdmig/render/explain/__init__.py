"""Why dates are what they are, and what rules mean, as text and JSON (説明)."""
