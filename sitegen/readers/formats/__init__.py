"""The readers, a module for each format.

Each module has a constant ``READER`` of type :class:`sitegen.readers.reader.Reader`. The registry
finds it, so that a new format is a new module and no other change.
"""
