"""Turns a plan into its words, and the words of a translation into the plan in another language."""
