"""Reads data/ and content/ into the model. An error says file, line, column, what is wrong and the mend."""

from plainplan.load.folder import Loaded, Sources, load_plan, read_plan

__all__ = ["Loaded", "Sources", "load_plan", "read_plan"]
