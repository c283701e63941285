"""The middle of the house: a book and a day become an assessment that every renderer reads."""
