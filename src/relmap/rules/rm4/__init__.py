"""Rules of plans, promises and actions."""
