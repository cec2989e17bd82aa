"""The preview's server: serves the output to this computer, and keeps open pages up to date.

``board`` holds the latest state and tells who waits for it; ``replies`` knows what is served at an
address; ``service`` is HTTP around both; ``client.js`` runs in every page that is served.
"""

from sitegen.server.broadcast import State
from sitegen.server.server import PreviewServer

__all__ = ["PreviewServer", "State"]
