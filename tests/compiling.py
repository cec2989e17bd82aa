"""One cache of compiled templates for all builds of a test process.

Compiling the default theme takes longer than the rest of a small build. A template is found in the
cache by its name and path, and Jinja compiles it again if its source has changed.
"""

from unittest.mock import patch

from sitegen.themes.environment import CompiledTemplates


def share_compiled_templates() -> None:
    """Makes every builder of this process use the same cache."""
    shared = CompiledTemplates()
    patch("sitegen.engine.builder.CompiledTemplates", lambda: shared).start()
