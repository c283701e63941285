"""Review an account: what has changed since the last time, what is open, and the entry that says so."""
