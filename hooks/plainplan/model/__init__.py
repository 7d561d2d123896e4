"""What a plan is. Immutable records, checked one by one when they are made; `check` holds them together."""

from __future__ import annotations

from plainplan.model.accessibility import Statement
from plainplan.model.base import Record
from plainplan.model.chapter import Chapter, EasyChapter, Written
from plainplan.model.consultation import Exercise
from plainplan.model.easy import EasyRead
from plainplan.model.editions import Editions
from plainplan.model.glossary import Term
from plainplan.model.law import Milestone, Requirement
from plainplan.model.measure import Measure
from plainplan.model.money import BudgetYear, Grant
from plainplan.model.organisation import Organisation
from plainplan.model.pictures import Pictures
from plainplan.model.plan import About
from plainplan.model.previous import PreviousPlan
from plainplan.model.priority import Priority
from plainplan.model.progress import Report
from plainplan.model.pronunciation import Pronunciation
from plainplan.model.wording import Wording

__all__ = [
    "About",
    "BudgetYear",
    "Chapter",
    "EasyChapter",
    "EasyRead",
    "Editions",
    "Exercise",
    "Grant",
    "Measure",
    "Milestone",
    "Organisation",
    "Pictures",
    "Plan",
    "PreviousPlan",
    "Priority",
    "Pronunciation",
    "Report",
    "Requirement",
    "Statement",
    "Term",
    "Wording",
    "Written",
]


class Plan(Record):
    """Everything in data/ and content/. A plan may have only some of these; what is absent is empty."""

    about: About
    organisations: tuple[Organisation, ...] = ()
    priorities: tuple[Priority, ...] = ()
    measures: tuple[Measure, ...] = ()
    progress: tuple[Report, ...] = ()
    budget: tuple[BudgetYear, ...] = ()
    grants: tuple[Grant, ...] = ()
    consultation: tuple[Exercise, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    glossary: tuple[Term, ...] = ()
    accessibility: Statement | None = None
    previous: PreviousPlan | None = None
    editions: Editions = Editions()
    pictures: Pictures = Pictures()
    easy_read: EasyRead = EasyRead()
    wording: Wording = Wording()
    pronunciation: Pronunciation = Pronunciation()
    chapters: tuple[Chapter, ...] = ()
    easy_chapters: tuple[EasyChapter, ...] = ()
    attachments: tuple[str, ...] = ()

    @property
    def written(self) -> tuple[Written, ...]:
        """Every text in content/: the chapters, and the pages of easy read."""
        return (*self.chapters, *self.easy_chapters)

    @property
    def has_easy_read(self) -> bool:
        """Whether it is published in easy read."""
        return bool(self.easy_chapters)
