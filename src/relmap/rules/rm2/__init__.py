"""Rules of the relationship map."""
