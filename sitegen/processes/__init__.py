"""Processes: single calls in another, if this machine allows them, and the garbage collector.

- ``background``: runs a call in a forked process; ``standby``: keeps one that was prepared
- ``forking``: forks this process
- ``capabilities``: the number of cores, and whether forking is safe
- ``garbage_collection``: keeps Python from freeing memory where that gains nothing
"""
