"""Renderers: pure functions from results to text. Only the command layer prints."""
