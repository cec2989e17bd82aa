"""Themes: which templates there are, and those that a digest overrides."""
