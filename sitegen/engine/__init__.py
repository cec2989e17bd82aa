"""The incremental build engine: its output always equals that of a clean build.

Nothing is imported here, to keep the up-to-date check fast.
"""
