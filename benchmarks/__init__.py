"""The benchmark: books of any size, and how long relmap takes on them next to known baselines."""
