"""The nouns of a book as Pydantic models: what the files may say. No input or output."""
