"""The addresses of pages that do not depend on a plan, and what the build keeps for its own files."""

from __future__ import annotations

HOME = ""
PRIORITIES = "priorities/"
ACTIONS = "actions/"
PROGRESS = "progress/"
MEASURES = "measures/"
BUDGET = "budget/"
GRANTS = "grants/"
WHO = "who-does-what/"
TIMELINE = "timeline/"
CONSULTATION = "consultation/"
SAID = "you-said-we-did/"
PREVIOUS = "previous-plan/"
CHANGES = "changes/"
ANNUAL_REPORT = "annual-report/"
LAW = "law/"
GLOSSARY = "glossary/"
A_TO_Z = "a-to-z/"
ABOUT = "about/"
CONTACT = "contact/"
SEARCH = "search/"
DATA = "data/"
WHOLE_PLAN = "whole-plan/"
ACCESSIBILITY = "accessibility/"
RESULTS = "accessibility/results/"
LANGUAGES = "languages/"
EASY_PICTURES = "easy-read/pictures/"


OF_FILES = ("assets/", "data/v1/", "embed/", "pagefind/")
"""Folders of files that the build makes: no editor's file or chapter can stand there."""
FEEDS = frozenset({"feed"})
"""Names of files that the build puts beside pages, without their endings."""
