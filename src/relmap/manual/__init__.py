"""The manual: what each measure and each word means, as data. Screens and docs are made from it."""
