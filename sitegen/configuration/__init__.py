"""The configuration of a digest.

``settings`` defines it, ``location`` finds its file, ``file`` reads and validates it, with
``toml``; ``colours``, ``timezones`` and ``mailboxes`` are types of values. ``setting_lines`` finds
the line of a setting, for messages.
"""
