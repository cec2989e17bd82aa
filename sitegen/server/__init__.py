"""The preview's web server: serves the output on this computer, and reloads open pages.

``broadcast`` sends the latest state to open pages, ``responses`` finds the response for an address,
with ``content_types`` and ``desk_pages``, ``ranges`` parses Range headers, ``server`` is the HTTP
server, ``connections`` handles requests, ``visitors`` knows the editor from guests,
``page_scripts`` and ``sandboxed_pages`` change the pages that are sent, and ``client.js`` runs in
each of them.
"""

from sitegen.server.broadcast import State
from sitegen.server.server import PreviewServer

__all__ = ["PreviewServer", "State"]
