"""Documents in, topics with names and members out."""

from sitegen.topics.api import assign_texts, group_texts
from sitegen.topics.command_protocol import Answer, Question, ask_command
from sitegen.topics.grouping import group_documents, propose_topics
from sitegen.topics.models import EVERYTHING_ELSE, Grouping, Placement
from sitegen.topics.neighbours import related_of
from sitegen.topics.repeats import repeats_of
from sitegen.topics.tables import BUILT_IN

__all__ = [
    "BUILT_IN",
    "EVERYTHING_ELSE",
    "Answer",
    "Grouping",
    "Placement",
    "Question",
    "ask_command",
    "assign_texts",
    "group_documents",
    "group_texts",
    "propose_topics",
    "related_of",
    "repeats_of",
]
