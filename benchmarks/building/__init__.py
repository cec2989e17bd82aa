"""How fast and how lean sites are built, beside other generators: ``make bench``."""
