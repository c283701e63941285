"""One page a measure family: what it answers, how, on whose word, and what it must not be used for."""
