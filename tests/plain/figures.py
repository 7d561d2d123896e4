"""How well the rules tell easy read from plan prose: `PYTHONPATH=hooks python -m tests.plain.figures`.

Easy read: sentences that are labelled with the rules they truly break, so that what else fires is a false
alarm. Plan prose: the chapters of the plans in tests/plans, held to the rules of easy read as if they were
easy read. Rules about pictures and blocks take no part, as prose has none.

Name files to measure other text too: one sentence to a line, no labels.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import yaml
from markdown_it import MarkdownIt
from plainplan.plain import Block, Fault, Known, Paragraph, Sentence, easy_faults, plain_faults
from plainplan.plain.sentences import bare, sentences

from tests.plain.reading import bold_in

SAMPLES = Path(__file__).parent / "samples"
PLANS = Path(__file__).parents[1] / "plans"
EXAMPLE = Path(__file__).parents[2] / "content"
_LAYOUT = {"easy-no-picture", "easy-too-many-sentences", "easy-one-sentence-a-line", "easy-long-document"}


@dataclass(frozen=True)
class Labelled:
    """A sentence of easy read, and the rules that it truly breaks."""

    text: str
    faults: frozenset[str]


def labelled(path: Path) -> list[Labelled]:
    """The sentences of a file of samples."""
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [Labelled(each["text"], frozenset(each.get("faults", ()))) for each in found]


def faults_in(texts: Sequence[str]) -> list[Fault]:
    """What the rules of easy read find in sentences, `line` being the place of the sentence from 0."""
    blocks = [Block("any", (Sentence(text, line, bold_in(text)),)) for line, text in enumerate(texts)]
    return [fault for fault in easy_faults(blocks, Known(), "en-GB") if fault.rule not in _LAYOUT]


def false_alarms(samples: Sequence[Labelled]) -> list[Fault]:
    """What fires and is not labelled."""
    found = faults_in([sample.text for sample in samples])
    return [fault for fault in found if fault.rule not in samples[fault.line].faults]


def missed(samples: Sequence[Labelled]) -> list[tuple[str, str]]:
    """What is labelled and does not fire: the rule and the sentence."""
    fired = {(fault.line, fault.rule) for fault in faults_in([sample.text for sample in samples])}
    return [
        (rule, sample.text)
        for line, sample in enumerate(samples)
        for rule in sorted(sample.faults)
        if (line, rule) not in fired
    ]


def paragraphs_in(folder: Path) -> list[Paragraph]:
    """The paragraphs, list items and cells of all chapters of a folder."""
    found = []
    for path in sorted(folder.rglob("*.md")):
        body = path.read_text(encoding="utf-8").split("---\n", 2)[-1]
        tokens = MarkdownIt("commonmark").enable("table").parse(body)
        found += [
            Paragraph(token.content.replace("\n", " "), (token.map or [0])[0])
            for before, token in pairwise(tokens)
            if token.type == "inline" and before.type != "heading_open"
        ]
    return found


def sentences_in(paragraphs: Iterable[Paragraph]) -> list[str]:
    """Their sentences, without Markdown."""
    return [sentence for each in paragraphs for sentence in sentences(bare(each.text))]


def told(title: str, faults: Sequence[Fault], count: int) -> str:
    """Faults per 100 sentences, in all and by rule."""
    rules = Counter(fault.rule for fault in faults).most_common()
    lines = [f"{title}: {len(faults)} in {count} sentences, {per_hundred(faults, count):.1f} per 100"]
    return "\n".join([*lines, *(f"  {100 * number / count:6.1f}  {rule}" for rule, number in rules)])


def per_hundred(faults: Sequence[object], count: int) -> float:
    """How many for every 100 sentences."""
    return 100 * len(faults) / count


def main(others: Sequence[str]) -> None:
    """Print the figures of the samples, the plans, the example and other files."""
    for path in sorted(SAMPLES.glob("*.yml")):
        samples = labelled(path)
        print(told(f"false alarms on easy read, {path.stem}", false_alarms(samples), len(samples)))
        for rule, text in missed(samples):
            print(f"  missed {rule}: {text}")
    prose = sentences_in(paragraphs_in(PLANS))
    print(told("easy read rules on plan prose", faults_in(prose), len(prose)))
    for name, folder in (("the plans", PLANS), ("the example", EXAMPLE)):
        chapters = paragraphs_in(folder)
        found = list(plain_faults(chapters, Known()))
        print(told(f"plain English rules on {name}", found, len(sentences_in(chapters))))
    for other in others:
        texts = [line for line in Path(other).read_text(encoding="utf-8").splitlines() if line.strip()]
        print(told(f"easy read rules on {other}", faults_in(texts), len(texts)))


if __name__ == "__main__":
    main(sys.argv[1:])
