"""Files and folders.

``files`` reads and writes single files, ``locks`` locks one, ``fingerprints`` tells whether one
changed, ``listing`` walks a folder, ``names`` compares names as other file systems do, ``links``
resolves links, and ``watch`` groups the changes that ``change_observer`` records, with ``bursts``.
"""
