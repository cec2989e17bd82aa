"""The topic for texts that fit no other, in a module that does not import numpy, which is slow."""

from sitegen.models import Topic

EVERYTHING_ELSE = Topic(
    slug="everything-else",
    title="Everything else",
    description="What stands on its own.",
)
