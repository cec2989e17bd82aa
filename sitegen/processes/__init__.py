"""Processes: single calls in another, if this machine allows them, and the garbage collector."""
