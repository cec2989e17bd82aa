"""The picture on the front page: a timeline of the topics if posts have dates, else clusters.

This package computes its numbers and labels; a template of the theme draws it.

- ``diagram_choice``: decides between ``timeline`` and ``clusters``.
- ``scale``: the time axis of a timeline.
- ``topic_order``: places related topics side by side.
- ``topic_limit``: limits the topics shown.
"""

from sitegen.picture.clusters import Cluster, Clusters, Dot, draw_clusters
from sitegen.picture.diagram_choice import Picture, draw_picture
from sitegen.picture.timeline import Bar, Mark, Row, Tick, Timeline

__all__ = [
    "Bar",
    "Cluster",
    "Clusters",
    "Dot",
    "Mark",
    "Picture",
    "Row",
    "Tick",
    "Timeline",
    "draw_clusters",
    "draw_picture",
]
