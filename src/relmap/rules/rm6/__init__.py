"""Rules of stage and perception."""
