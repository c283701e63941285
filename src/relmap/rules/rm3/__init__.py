"""Rules of review and freshness."""
