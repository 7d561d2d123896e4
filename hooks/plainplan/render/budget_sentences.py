"""What pages say of the money of a year, in whole sentences: one for each way to speak of the year.

A language that does not tell some of these ways apart has the same words for them; none has to put a verb
into the sentence of another language.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from markupsafe import Markup

from plainplan.language import gettext as _
from plainplan.language import gettext_noop as N_  # the name that the extractor knows
from plainplan.model import BudgetYear
from plainplan.views.tense import Tense, tense

Sentence = Mapping[Tense, str]


def told(sentence: Sentence, of: BudgetYear, /, *, on: date, **values: object) -> Markup:
    """A sentence as it fits a year on the day `on`, its values put in. They are escaped as in a template."""
    return Markup(_(sentence[tense(of, on=on)])) % values  # noqa: S704  # words of the product, as in templates


COSTS: Sentence = {
    Tense.IS: N_("In %(year)s policing costs %(amount)s."),
    Tense.WAS: N_("In %(year)s policing cost %(amount)s."),
    Tense.WILL_BE: N_("In %(year)s policing will cost %(amount)s."),
    Tense.WAS_TO_BE: N_("In %(year)s policing was to cost %(amount)s."),
    Tense.WOULD_BE: N_("In %(year)s policing would cost %(amount)s."),
}
"""What policing costs in a year."""

COSTS_CHANGED: Sentence = {
    # Translators: %(change)s is a message such as "up %(amount)s (%(percent)s) on the year before".
    Tense.IS: N_("In %(year)s policing costs %(amount)s, %(change)s."),
    Tense.WAS: N_("In %(year)s policing cost %(amount)s, %(change)s."),
    Tense.WILL_BE: N_("In %(year)s policing will cost %(amount)s, %(change)s."),
    Tense.WAS_TO_BE: N_("In %(year)s policing was to cost %(amount)s, %(change)s."),
    Tense.WOULD_BE: N_("In %(year)s policing would cost %(amount)s, %(change)s."),
}
"""The same, and how that changed."""

COST_UNKNOWN: Sentence = {
    Tense.IS: N_("What policing costs in %(year)s is not published here."),
    Tense.WAS: N_("What policing cost in %(year)s is not published here."),
    Tense.WILL_BE: N_("What policing will cost in %(year)s is not published here."),
    Tense.WAS_TO_BE: N_("What policing was to cost in %(year)s is not published here."),
    Tense.WOULD_BE: N_("What policing would cost in %(year)s is not published here."),
}
"""Where that is not published."""

COMES_IN: Sentence = {
    # Translators: money for policing.
    Tense.IS: N_("%(amount)s comes in."),
    Tense.WAS: N_("%(amount)s came in."),
    Tense.WILL_BE: N_("%(amount)s will come in."),
    Tense.WAS_TO_BE: N_("%(amount)s was to come in."),
    Tense.WOULD_BE: N_("%(amount)s would come in."),
}
"""The funding."""

COMES_IN_CHANGED: Sentence = {
    # Translators: %(change)s is a message such as "up %(amount)s (%(percent)s) on the year before".
    Tense.IS: N_("%(amount)s comes in, %(change)s."),
    Tense.WAS: N_("%(amount)s came in, %(change)s."),
    Tense.WILL_BE: N_("%(amount)s will come in, %(change)s."),
    Tense.WAS_TO_BE: N_("%(amount)s was to come in, %(change)s."),
    Tense.WOULD_BE: N_("%(amount)s would come in, %(change)s."),
}
"""The same, and how that changed."""

COMES_IN_PUT_BY: Sentence = {
    # Translators: two amounts of money.
    Tense.IS: N_("%(amount)s comes in, and %(moved)s is put into reserves."),
    Tense.WAS: N_("%(amount)s came in, and %(moved)s was put into reserves."),
    Tense.WILL_BE: N_("%(amount)s will come in, and %(moved)s will be put into reserves."),
    Tense.WAS_TO_BE: N_("%(amount)s was to come in, and %(moved)s was to be put into reserves."),
    Tense.WOULD_BE: N_("%(amount)s would come in, and %(moved)s would be put into reserves."),
}
"""The funding, where some of it goes into reserves."""

COMES_IN_DRAWN: Sentence = {
    # Translators: two amounts of money.
    Tense.IS: N_("%(amount)s comes in, and %(moved)s is drawn from reserves."),
    Tense.WAS: N_("%(amount)s came in, and %(moved)s was drawn from reserves."),
    Tense.WILL_BE: N_("%(amount)s will come in, and %(moved)s will be drawn from reserves."),
    Tense.WAS_TO_BE: N_("%(amount)s was to come in, and %(moved)s was to be drawn from reserves."),
    Tense.WOULD_BE: N_("%(amount)s would come in, and %(moved)s would be drawn from reserves."),
}
"""The funding, where more is taken out of reserves."""

HOME_PAYS: Sentence = {
    # Translators: towards policing, in council tax.
    Tense.IS: N_("A Band D home pays %(amount)s a year."),
    Tense.WAS: N_("A Band D home paid %(amount)s."),
    Tense.WILL_BE: N_("A Band D home will pay %(amount)s a year."),
    Tense.WAS_TO_BE: N_("A Band D home was to pay %(amount)s a year."),
    Tense.WOULD_BE: N_("A Band D home would pay %(amount)s a year."),
}
"""What council tax payers pay. What a budget says of a year was in the end one sum."""

HOME_PAYS_CHANGED: Sentence = {
    # Translators: %(change)s is a message such as "up %(amount)s (%(percent)s) on the year before".
    Tense.IS: N_("A Band D home pays %(amount)s a year, %(change)s."),
    Tense.WAS: N_("A Band D home paid %(amount)s, %(change)s."),
    Tense.WILL_BE: N_("A Band D home will pay %(amount)s a year, %(change)s."),
    Tense.WAS_TO_BE: N_("A Band D home was to pay %(amount)s a year, %(change)s."),
    Tense.WOULD_BE: N_("A Band D home would pay %(amount)s a year, %(change)s."),
}
"""The same, and how that changed."""

SPENT: Sentence = {
    Tense.IS: N_("%(amount)s is to be spent."),
    Tense.WAS: N_("%(amount)s was spent."),
    Tense.WILL_BE: N_("%(amount)s is to be spent."),
    Tense.WAS_TO_BE: N_("%(amount)s was to be spent."),
    Tense.WOULD_BE: N_("%(amount)s would be spent."),
}
"""The spending."""

SPENT_CHANGED: Sentence = {
    # Translators: %(change)s is a message such as "up %(amount)s (%(percent)s) on the year before".
    Tense.IS: N_("%(amount)s is to be spent, %(change)s."),
    Tense.WAS: N_("%(amount)s was spent, %(change)s."),
    Tense.WILL_BE: N_("%(amount)s is to be spent, %(change)s."),
    Tense.WAS_TO_BE: N_("%(amount)s was to be spent, %(change)s."),
    Tense.WOULD_BE: N_("%(amount)s would be spent, %(change)s."),
}
"""The same, and how that changed."""

SHARE_PASSES: Sentence = {
    # Translators: %(share)s is "95%" or "95% of the spending"; %(role)s is what the plan calls who leads
    # the force, such as "chief constable".
    Tense.IS: N_("%(share)s passes to the %(role)s."),
    Tense.WAS: N_("%(share)s passed to the %(role)s."),
    Tense.WILL_BE: N_("%(share)s will pass to the %(role)s."),
    Tense.WAS_TO_BE: N_("%(share)s was to pass to the %(role)s."),
    Tense.WOULD_BE: N_("%(share)s would pass to the %(role)s."),
}
"""The share that passes on, in a list of years."""

SHARE_PASSES_AS_PUBLISHED: Sentence = {
    # Translators: %(role)s is what the plan calls who leads the force, such as "chief constable".
    Tense.IS: N_("%(percent)s passes to the %(role)s, as published."),
    Tense.WAS: N_("%(percent)s passed to the %(role)s, as published."),
    Tense.WILL_BE: N_("%(percent)s will pass to the %(role)s, as published."),
    Tense.WAS_TO_BE: N_("%(percent)s was to pass to the %(role)s, as published."),
    Tense.WOULD_BE: N_("%(percent)s would pass to the %(role)s, as published."),
}
"""The share that passes on, where the amount is unknown."""

PASSES_UNKNOWN: Sentence = {
    # Translators: %(role)s is what the plan calls who leads the force, such as "chief constable".
    Tense.IS: N_("How much passes to the %(role)s is not published."),
    Tense.WAS: N_("How much passed to the %(role)s is not published."),
    Tense.WILL_BE: N_("How much will pass to the %(role)s is not published."),
    Tense.WAS_TO_BE: N_("How much was to pass to the %(role)s is not published."),
    Tense.WOULD_BE: N_("How much would pass to the %(role)s is not published."),
}
"""Where neither is published."""

PASSES: Sentence = {
    # Translators: %(role)s is what the plan calls who leads the force, such as "chief constable".
    Tense.IS: N_("%(amount)s passes to the %(role)s, who decides how it is used."),
    Tense.WAS: N_("%(amount)s passed to the %(role)s, who decided how it was used."),
    Tense.WILL_BE: N_("%(amount)s will pass to the %(role)s, who will decide how it will be used."),
    Tense.WAS_TO_BE: N_("%(amount)s was to pass to the %(role)s, who was to decide how it was to be used."),
    Tense.WOULD_BE: N_("%(amount)s would pass to the %(role)s, who would decide how it would be used."),
}
"""What passes on."""

PASSES_WITH_SHARE: Sentence = {
    # Translators: %(share)s is "95% of the spending" or "95%, as published"; %(role)s is what the plan
    # calls who leads the force, such as "chief constable".
    Tense.IS: N_("%(amount)s, or %(share)s, passes to the %(role)s, who decides how it is used."),
    Tense.WAS: N_("%(amount)s, or %(share)s, passed to the %(role)s, who decided how it was used."),
    Tense.WILL_BE: N_(
        "%(amount)s, or %(share)s, will pass to the %(role)s, who will decide how it will be used."
    ),
    Tense.WAS_TO_BE: N_(
        "%(amount)s, or %(share)s, was to pass to the %(role)s, who was to decide how it was to be used."
    ),
    Tense.WOULD_BE: N_(
        "%(amount)s, or %(share)s, would pass to the %(role)s, who would decide how it would be used."
    ),
}
"""The same, and what share that is."""

STAYS: Sentence = {
    # Translators: %(office)s is the name of who issues the plan.
    Tense.IS: N_("%(amount)s stays with %(office)s."),
    Tense.WAS: N_("%(amount)s stayed with %(office)s."),
    Tense.WILL_BE: N_("%(amount)s will stay with %(office)s."),
    Tense.WAS_TO_BE: N_("%(amount)s was to stay with %(office)s."),
    Tense.WOULD_BE: N_("%(amount)s would stay with %(office)s."),
}
"""What does not pass on."""

SERVES_EVERY: Sentence = {
    # Translators: spending; %(priority)s is what the plan calls a priority.
    Tense.IS: N_("What serves every %(priority)s"),
    Tense.WAS: N_("What served every %(priority)s"),
    Tense.WILL_BE: N_("What will serve every %(priority)s"),
    Tense.WAS_TO_BE: N_("What was to serve every %(priority)s"),
    Tense.WOULD_BE: N_("What would serve every %(priority)s"),
}
"""The spending that no single priority has, in a table."""

RESERVES_STAND: Sentence = {
    # Translators: %(moved)s is "%(amount)s put in", "%(amount)s taken out" or "no change".
    Tense.IS: N_(
        "The sum stands at %(opening)s at the start of the year and %(closing)s at the end: %(moved)s."
    ),
    Tense.WAS: N_(
        "The sum stood at %(opening)s at the start of the year and %(closing)s at the end: %(moved)s."
    ),
    Tense.WILL_BE: N_(
        "The sum will stand at %(opening)s at the start of the year and %(closing)s at the end: %(moved)s."
    ),
    Tense.WAS_TO_BE: N_(
        "The sum was to stand at %(opening)s at the start of the year and %(closing)s at the end: %(moved)s."
    ),
    Tense.WOULD_BE: N_(
        "The sum would stand at %(opening)s at the start of the year and %(closing)s at the end: %(moved)s."
    ),
}
"""The reserves."""

RESERVES_PAY: Sentence = {
    # Translators: of the reserves.
    Tense.IS: N_("What is left would pay for %(percent)s of a year's spending."),
    Tense.WAS: N_("What was left would have paid for %(percent)s of a year's spending."),
    Tense.WILL_BE: N_("What will be left would pay for %(percent)s of a year's spending."),
    Tense.WAS_TO_BE: N_("What was to be left would pay for %(percent)s of a year's spending."),
    Tense.WOULD_BE: N_("What would be left would pay for %(percent)s of a year's spending."),
}
"""What the reserves are worth."""

SAVED: Sentence = {
    Tense.IS: N_("%(amount)s is saved: the same work costs that much less."),
    Tense.WAS: N_("%(amount)s was saved: the same work cost that much less."),
    Tense.WILL_BE: N_("%(amount)s will be saved: the same work will cost that much less."),
    Tense.WAS_TO_BE: N_("%(amount)s was to be saved: the same work was to cost that much less."),
    Tense.WOULD_BE: N_("%(amount)s would be saved: the same work would cost that much less."),
}
"""The savings."""

CAPITAL_COMES_TO: Sentence = {
    # Translators: capital spending.
    Tense.IS: N_("It comes to %(amount)s in %(year)s."),
    Tense.WAS: N_("It came to %(amount)s in %(year)s."),
    Tense.WILL_BE: N_("It will come to %(amount)s in %(year)s."),
    Tense.WAS_TO_BE: N_("It was to come to %(amount)s in %(year)s."),
    Tense.WOULD_BE: N_("It would come to %(amount)s in %(year)s."),
}
"""The capital spending."""

CAPITAL_COMES_TO_CHANGED: Sentence = {
    # Translators: %(change)s is a message such as "up %(amount)s (%(percent)s) on the year before".
    Tense.IS: N_("It comes to %(amount)s in %(year)s, %(change)s."),
    Tense.WAS: N_("It came to %(amount)s in %(year)s, %(change)s."),
    Tense.WILL_BE: N_("It will come to %(amount)s in %(year)s, %(change)s."),
    Tense.WAS_TO_BE: N_("It was to come to %(amount)s in %(year)s, %(change)s."),
    Tense.WOULD_BE: N_("It would come to %(amount)s in %(year)s, %(change)s."),
}
"""The same, and how that changed."""

FUNDING_IS: Sentence = {
    Tense.IS: N_("In %(year)s the funding for policing is %(amount)s."),
    Tense.WAS: N_("In %(year)s the funding for policing was %(amount)s."),
    Tense.WILL_BE: N_("In %(year)s the funding for policing will be %(amount)s."),
    Tense.WAS_TO_BE: N_("In %(year)s the funding for policing was to be %(amount)s."),
    Tense.WOULD_BE: N_("In %(year)s the funding for policing would be %(amount)s."),
}
"""The funding, in a chapter."""
