"""Scripts for those who work on relmap."""
