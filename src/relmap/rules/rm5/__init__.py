"""Rules of dependence, money and the book as a whole."""
