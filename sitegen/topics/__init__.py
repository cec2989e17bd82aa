"""Documents in, topics with names and members out."""

from sitegen.topics.grouping import EVERYTHING_ELSE, group_documents

__all__ = ["EVERYTHING_ELSE", "group_documents"]
