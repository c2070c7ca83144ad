"""How sure the dates are: durations drawn at random (工期の不確かさ)."""
