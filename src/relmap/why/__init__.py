"""One figure taken apart: what it was made from, where that stands, what would raise it, and how firm it is."""
