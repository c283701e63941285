"""Ask both sides the same neutral questions, and record what they answer."""
