"""Rules of privacy."""
