"""The agenda: what to do next, by whom and for whom, over the accounts of a book."""
