"""The brief: what to know before a meeting, and what to ask there."""
