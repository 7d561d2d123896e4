"""Who does what, what people were asked, the duties in law, and words explained."""

from __future__ import annotations

from collections.abc import Iterator

from plainplan import addresses
from plainplan.exports.fields import Cell, Dataset, Field, Kind, Reference, Row, pick
from plainplan.exports.tables.common import PAGE, identifier, page_of, title, under
from plainplan.model.organisation import Responsibility
from plainplan.views.index import Index


def _organisations(index: Index) -> Iterator[Row]:
    for item in index.plan.organisations:
        contact = item.contact
        reach: dict[str, Cell] = dict.fromkeys(("email", "phone", "address", "hours"))
        yield {
            **pick(item, "id", "name", "short_name", "identifier", "kind", "responsibility"),
            **pick(item, "description", "responsibilities", "url"),
            **(pick(contact, *reach) if contact else reach),
            "contact_url": contact.url if contact else None,
            **under(index, addresses.WHO, item.id),
        }


def _exercises(index: Index) -> Iterator[Row]:
    for item in index.plan.consultation:
        yield {
            **pick(item, "id", "title", "method", "who", "start", "end", "dates_as_published", "responses"),
            **pick(item, "responses_as_published", "representative", "summary"),
            "page": page_of(index.plan, f"{addresses.CONSULTATION}#{item.id}"),
        }


def _responses(index: Index) -> Iterator[Row]:
    for item in index.plan.consultation:
        for answer in item.responses_to:
            yield {
                "consultation": item.id,
                "consultation_title": item.title,
                **pick(answer, "id", "title", "said", "did", "decided", "actions"),
            }


def _requirements(index: Index) -> Iterator[Row]:
    for item in index.plan.requirements:
        met = (addresses.to_address(place.page) for place in item.met_by)
        yield {
            **pick(item, "id", "title", "duty", "instrument", "provision", "source", "read_on"),
            **pick(item, "does_not_apply", "not_met"),
            "met_by": tuple(page_of(index.plan, address) or "./" for address in met),
            "page": page_of(index.plan, f"{addresses.LAW}#{item.id}"),
        }


def _terms(index: Index) -> Iterator[Row]:
    for item in index.plan.glossary:
        yield pick(item, "id", "term", "short", "also", "meaning", "easy")


ORGANISATIONS = Dataset(
    "organisations",
    "Organisations",
    "Who answers for what, and how to reach them.",
    ("id",),
    (
        identifier("organisation"),
        Field("name", "Name", Kind.WORDS, "What it is called.", required=True),
        Field("short_name", "Short name", Kind.WORDS, "A shorter name, where there is one."),
        Field("identifier", "Identifier elsewhere", Kind.WORDS, "Its identifier in org-id.guide."),
        Field("kind", "Kind", Kind.WORDS, "What kind of organisation it is.", required=True),
        Field(
            "responsibility",
            "Responsibility",
            Kind.WORDS,
            "At which level it answers for its part of the plan.",
            required=True,
            one_of=tuple(Responsibility),
        ),
        Field("description", "Description", Kind.PROSE, "What it is."),
        Field("responsibilities", "Responsibilities", Kind.LINES, "What it answers for, in words."),
        Field("url", "Website", Kind.URL, "Its website."),
        Field("email", "Email", Kind.WORDS, "How to write to it by email."),
        Field("phone", "Phone", Kind.WORDS, "How to ring it."),
        Field("address", "Address", Kind.ADDRESS, "How to write to it by post."),
        Field("hours", "Hours", Kind.WORDS, "When it can be reached."),
        Field("contact_url", "Contact online", Kind.URL, "How to reach it online."),
        PAGE,
    ),
    _organisations,
)

CONSULTATION = Dataset(
    "consultation",
    "Consultation",
    "Each time that people were asked: how, when, and how many answered.",
    ("id",),
    (
        identifier("consultation"),
        title("consultation"),
        Field("method", "How", Kind.WORDS, "How people were asked.", required=True),
        Field("who", "Who", Kind.PROSE, "Who was asked.", required=True),
        Field("start", "First day", Kind.DAY, "The day on which it began."),
        Field("end", "Last day", Kind.DAY, "The day on which it ended."),
        Field("dates_as_published", "Dates, in words", Kind.WORDS, "The same in the words of the plan."),
        Field("responses", "Answers", Kind.WHOLE, "How many answered."),
        Field("responses_as_published", "Answers, in words", Kind.WORDS, "The same in the plan's words."),
        Field("representative", "Representative", Kind.YES_NO, "Whether they stand for the whole area."),
        Field("summary", "Summary", Kind.PROSE, "What came of it."),
        PAGE,
    ),
    _exercises,
)

RESPONSES = Dataset(
    "responses",
    "You said, we did",
    "What people said, what was decided about it, and the actions that came of it.",
    ("consultation", "id"),
    (
        Field("consultation", "Consultation", Kind.ID, "Where it was said.", required=True),
        Field("consultation_title", "Title of consultation", Kind.WORDS, "What that is called.", True),
        identifier("answer"),
        Field("title", "Title", Kind.WORDS, "What it is about, in a few words."),
        Field("said", "You said", Kind.PROSE, "What people said.", required=True),
        Field("did", "What was decided", Kind.PROSE, "What was decided about it."),
        Field("decided", "Decided", Kind.DAY, "The day of the decision."),
        Field("actions", "Actions", Kind.IDS, "The actions that came of it."),
    ),
    _responses,
    (Reference(("consultation",), "consultation", ("id",)),),
    dated="decided",
)

REQUIREMENTS = Dataset(
    "requirements",
    "Duties in law",
    "What the law and national guidance ask for, and where the plan meets it.",
    ("id",),
    (
        identifier("duty"),
        title("duty"),
        Field("duty", "Duty", Kind.PROSE, "What is asked for.", required=True),
        Field("instrument", "Law", Kind.WORDS, "The Act, Order or guidance.", required=True),
        Field("provision", "Provision", Kind.WORDS, "The section or paragraph."),
        Field("source", "Source", Kind.URL, "Where it can be read."),
        Field("read_on", "Read on", Kind.DAY, "The day on which the source was read.", required=True),
        Field("met_by", "Met by", Kind.LINES, "The pages that meet it."),
        Field("does_not_apply", "Does not apply", Kind.PROSE, "Why it does not apply to this plan."),
        Field("not_met", "Not met", Kind.PROSE, "Why the plan does not meet it yet."),
        PAGE,
    ),
    _requirements,
)

GLOSSARY = Dataset(
    "glossary",
    "Words explained",
    "The words and short forms of the plan, with their meaning.",
    ("id",),
    (
        identifier("word"),
        Field("term", "Word", Kind.WORDS, "The word.", required=True),
        Field("short", "Short form", Kind.WORDS, "Its short form."),
        Field("also", "Other forms", Kind.LINES, "Other forms of it, such as a plural."),
        Field("meaning", "Meaning", Kind.PROSE, "What it means.", required=True),
        Field("easy", "Easy read", Kind.PROSE, "What it means, in easy read."),
    ),
    _terms,
)
