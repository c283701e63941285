"""The measures: pure arithmetic over one account or over rows of a book, each with its evidence."""
