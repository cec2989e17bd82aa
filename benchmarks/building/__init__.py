"""The speed and memory of builds, compared with other generators: ``make bench``."""
