"""Turns a dump of documents into a curated digest, a static site."""

__version__ = "0.1.0"
