"""The middle of the house: what it makes of accounts and books."""
