"""The topic for texts that fit no other. It stands apart from what needs numpy, slow to import."""

from sitegen.models import Topic

EVERYTHING_ELSE = Topic(
    slug="everything-else",
    title="Everything else",
    description="What stands on its own.",
)
