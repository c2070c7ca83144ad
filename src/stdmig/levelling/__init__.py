"""
Starts that spread the work over months and people (平準化).

`level` leads through all of it: `room` says where each task can lie and `demand` who
does it, `model` makes a bare problem of that (`problem`), `counting` looks for a proof
that it has no answer, `heuristic` and then `solver` choose the starts, `checking` holds
them against every rule once more, and `levelled` is what comes out.
"""
