"""The configuration of a digest.

``settings`` defines it, ``location`` finds its file, ``file`` reads and validates it, with
``toml``; ``colours`` and ``timezones`` are types of values.
"""
