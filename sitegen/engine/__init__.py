"""The build engine: an output that is always what a clean build makes, with the least work.

Nothing is imported here: who only asks whether there is anything to build is told at once.
"""
