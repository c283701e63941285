"""Rules of stage, perception and what may end a relationship."""
