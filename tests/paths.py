"""Where the tests find what they read."""

from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent
"""The checkout."""
SHARED = ROOT.parent / "shared"
"""Labelled dumps that are no part of the project; tests that need them skip where it is absent."""
