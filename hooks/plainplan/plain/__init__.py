"""What makes words easy or hard to read: rules that a program can check, over text alone."""

from plainplan.plain.easy import document_faults, easy_faults, page_faults
from plainplan.plain.english import plain_faults
from plainplan.plain.readability import Readability, readability
from plainplan.plain.rules import BY_ID, RULES, rules_for
from plainplan.plain.shapes import Block, Fault, Known, Languages, Paragraph, Rule, Sentence

__all__ = [
    "BY_ID",
    "RULES",
    "Block",
    "Fault",
    "Known",
    "Languages",
    "Paragraph",
    "Readability",
    "Rule",
    "Sentence",
    "document_faults",
    "easy_faults",
    "page_faults",
    "plain_faults",
    "readability",
    "rules_for",
]
