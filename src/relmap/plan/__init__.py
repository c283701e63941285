"""The account plan, made from the records."""
