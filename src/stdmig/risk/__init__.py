"""
How sure the dates are: durations drawn at random (工期の不確かさ).

`assess` leads through all of it: `build` makes steps of a plan (`model`), `draws` gives
each a duration per sample, `model` plans the samples forward and `latest_start`
backward, `tally` counts what they say, and `result` is what comes out.
"""
