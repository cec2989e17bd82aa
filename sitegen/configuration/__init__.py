"""The configuration of a digest: its settings, the file they are read from, and TOML."""
