"""Chats that were saved as text."""

from sitegen.readers.detection.format import LIKELY, Format, when

CHAT_FORMATS = (
    Format("chat", "a chat, such as one of WhatsApp", when(lambda s: s.chat is not None, LIKELY)),
)
