"""Groups texts into named topics.

The modules, in the order of the pipeline:

Input
- ``threads``: join the posts of a thread
- ``words``: tokenize and stem; ``wordpiece``, ``embeddings``: look up word vectors
- ``tensors``: read and write files of vectors
- ``encoder``: run the sentence encoder, keep its vectors, and score texts by them
- ``numpy_loading``, ``blas``: numpy with few threads
- ``corpus``, ``word_vectors``: the words and the vector of each text
- ``taxonomy``, ``subjects``, ``distinctive_words``: the topics that texts are scored against

Grouping
- ``topic_scoring``: score each text for each topic
- ``declared_titles``, ``words_in_passing``: what the scores of some topics and words depend on
- ``scoring_tables``: what depends on the topics alone, and takes long to make
- ``topic_selection``, ``topic_sizes``: choose the few topics that fit all texts best
- ``subject_clustering``, ``clustered_topics``: or group texts by subject first
- ``topic_discovery``: make topics of the texts that fit none, with ``clustering_vectors``, ``lsa``
  and ``clustering``
- ``group_titles``, ``title_words``, ``descriptions``: name and describe the groups
- ``deciding_words``: the words that count most for the topic of each text
- ``shared_hashtags``: assign leftovers by the handles and hashtags that they mention
- ``topic_translations``, ``topic_names``: name the built-in topics in other languages
- ``placement``: how probable each topic is
- ``pipeline``, ``pipeline_result``: run these steps; ``fixed_group_count``: for an exact number of
  groups

Entry points
- ``grouping``: for documents; ``text_classification``: for plain texts
- ``command``, ``command_protocol``: run the editor's own program instead
- ``llm``: ask a language model instead; ``answers``: what both are asked, and the checks
- ``related_texts``, ``near_duplicates``: related and repeated texts
- ``profiles``, ``profile_file``: what the encoder finds, kept for builds
- ``subject_groups``, ``word_masks``: which of these texts are compared, without their words
- ``grouping_types``, ``everything_else``: shared types, and the topic for the rest
"""

from typing import TYPE_CHECKING

from sitegen.lazy_imports import lazily

if TYPE_CHECKING:
    from sitegen.topics.answers import Answer, Question
    from sitegen.topics.command_protocol import ask_command
    from sitegen.topics.embeddings import BUILT_IN
    from sitegen.topics.everything_else import EVERYTHING_ELSE
    from sitegen.topics.grouping import group_documents, propose_topics
    from sitegen.topics.grouping_types import Grouping, TopicAssignment
    from sitegen.topics.near_duplicates import repeats_of
    from sitegen.topics.related_texts import related_of
    from sitegen.topics.text_classification import assign_texts, group_texts

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

# A build needs only related_texts.
__getattr__ = lazily(
    __name__,
    {
        "Answer": "answers",
        "BUILT_IN": "embeddings",
        "EVERYTHING_ELSE": "everything_else",
        "Grouping": "grouping_types",
        "Question": "answers",
        "TopicAssignment": "grouping_types",
        "ask_command": "command_protocol",
        "assign_texts": "text_classification",
        "group_documents": "grouping",
        "group_texts": "text_classification",
        "propose_topics": "grouping",
        "related_of": "related_texts",
        "repeats_of": "near_duplicates",
    },
)
