"""The stakeholder graph: who can be reached through whom."""
