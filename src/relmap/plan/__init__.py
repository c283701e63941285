"""One account's plan: what matters next, what each relationship is worth, and how the contract runs out."""
