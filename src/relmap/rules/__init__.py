"""Findings about a book: one rule a file, each with its page; examples on the page are tests."""
