"""Groups texts into named topics.

The modules, in the order of the pipeline:

Input
- ``threads``: join the posts of a thread
- ``words``: tokenize and stem; ``wordpiece``, ``embeddings``: look up word vectors
- ``corpus``: the words and the vector of each text
- ``section_files``, ``subjects``, ``distinctive_words``: the topics that texts are scored against

Grouping
- ``scoring``: score each text for each topic
- ``selection``: choose the few topics that fit all texts best
- ``lsa``, ``clustering``: group the texts that fit none
- ``group_titles``, ``descriptions``: name and describe the groups
- ``shared_names``: assign leftovers by the handles and hashtags that they mention
- ``pipeline``: run these steps; ``fixed_count``: for an exact number of groups

Entry points
- ``grouping``: for documents; ``api``: for plain texts
- ``command``, ``command_protocol``: run the editor's own program instead
- ``neighbours``, ``near_duplicates``: related and repeated texts
- ``models``: shared types
"""

from sitegen.topics.api import assign_texts, group_texts
from sitegen.topics.command_protocol import Answer, Question, ask_command
from sitegen.topics.embeddings import BUILT_IN
from sitegen.topics.grouping import group_documents, propose_topics
from sitegen.topics.models import EVERYTHING_ELSE, Grouping, TopicAssignment
from sitegen.topics.near_duplicates import repeats_of
from sitegen.topics.neighbours import related_of

__all__ = [
    "BUILT_IN",
    "EVERYTHING_ELSE",
    "Answer",
    "Grouping",
    "Question",
    "TopicAssignment",
    "ask_command",
    "assign_texts",
    "group_documents",
    "group_texts",
    "propose_topics",
    "related_of",
    "repeats_of",
]
