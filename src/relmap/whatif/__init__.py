"""What if somebody leaves, or a customer: the changed accounts assessed again, and the smallest way back."""
