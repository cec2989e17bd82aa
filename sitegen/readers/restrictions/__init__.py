"""Why a text is not public, as fields of records and keys of headers say in many programs.

- ``fields``: what a field with its value says
- ``rules``: what the name of a field says about its value: a table of the names of each kind
- ``kinds``: what a value says in a field of each kind
- ``concerns``: what the words in a name are about
- ``phrases``: what a name of several words says
- ``other_meanings``: where such names are about something else
- ``telling_values``: values that say so themselves
- ``value_words``: words, numbers and tables in values
- ``titles``: marks before a title
- ``words``: what the words for states and for groups of people mean
- ``vocabulary``: these words, in several languages
- ``answers``: values that say yes or no
- ``names``: names and words without the differences of spelling
"""

from sitegen.readers.restrictions.answers import bare_value, is_false, is_no, is_true, is_yes
from sitegen.readers.restrictions.concerns import are_telling, concern_of, is_open
from sitegen.readers.restrictions.fields import (
    Field,
    restrictions_in,
    restrictions_of,
    telling_fields,
)
from sitegen.readers.restrictions.names import plain_name, without_accents
from sitegen.readers.restrictions.other_meanings import is_about_else, is_thing
from sitegen.readers.restrictions.rules import Rule
from sitegen.readers.restrictions.telling_values import reason_of_value
from sitegen.readers.restrictions.titles import (
    reason_of_published_title,
    reason_of_title,
    reason_of_written_title,
)
from sitegen.readers.restrictions.value_words import table_of, words_in
from sitegen.readers.restrictions.words import (
    FINISHED,
    NO,
    PUBLISHED,
    YES,
    group_of,
    is_for_everybody,
    is_nothing,
    is_public,
    is_published_state,
    state_of,
)

__all__ = [
    "FINISHED",
    "NO",
    "PUBLISHED",
    "YES",
    "Field",
    "Rule",
    "are_telling",
    "bare_value",
    "concern_of",
    "group_of",
    "is_about_else",
    "is_false",
    "is_for_everybody",
    "is_no",
    "is_nothing",
    "is_open",
    "is_public",
    "is_published_state",
    "is_thing",
    "is_true",
    "is_yes",
    "plain_name",
    "reason_of_published_title",
    "reason_of_title",
    "reason_of_value",
    "reason_of_written_title",
    "restrictions_in",
    "restrictions_of",
    "state_of",
    "table_of",
    "telling_fields",
    "without_accents",
    "words_in",
]
