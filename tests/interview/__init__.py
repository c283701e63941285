"""Questions for both sides, and the recording of their answers."""
