"""Reads what others publish (StratML, 360Giving, tables of figures) into the files of a plan.

Real files are untidy. What has one meaning is taken, what has two is refused, and every choice is listed.
"""
