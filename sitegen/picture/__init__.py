"""The picture of a digest: its topics over time where posts have dates, by size where not.

Here are only the numbers and the words of it; a template draws them.
"""

from sitegen.picture.clusters import Cluster, Clusters, Dot, draw_clusters
from sitegen.picture.drawing import Picture, draw_picture
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
