"""How many cases the long tests try: few in every run, many in ``make soak``."""

import os

EFFORT = int(os.environ.get("SITEGEN_EFFORT", "1"))
"""What the counts of kills, examples and seconds are multiplied by."""
