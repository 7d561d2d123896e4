"""Can everything be reached and used with a keyboard alone, and does one see where one is?

WCAG 2.2: 2.1.1 Keyboard, 2.1.2 No keyboard trap, 2.4.1 Bypass blocks, 2.4.3 Focus order, 2.4.7 Focus visible,
2.4.11 Focus not obscured, 2.4.13 Focus appearance (its 2 px and 3 to 1), 4.1.2 Name, role, value.

Each function takes a page that shows `address`. Read with reduced motion, so that nothing is on its way.
"""

from __future__ import annotations

import base64
from typing import Any

from playwright.sync_api import CDPSession, Page

from tests.gate.asking import Teller, Words, ask
from tests.gate.fault import Fault

MODE = "keyboard"
_RING = "Give :focus-visible a ring of two colours, at least 2 px wide and 3 to 1 against what it stands on."
WORDS = {
    "unreached": Words(
        "the Tab key never gets here", "Use a link, a button or a field, and give it no tabindex below 0."
    ),
    "trap": Words(
        "focus cannot leave here with the Tab key", "Let no script take focus back or stop the Tab key."
    ),
    "again": Words("the Tab key comes here twice", "Let no script move focus while somebody tabs."),
    "positive-tabindex": Words(
        "a tabindex above 0 changes the order", 'Take tabindex out, or write tabindex="0".'
    ),
    "order": Words(
        "the Tab key goes here before what is written earlier: {}",
        "Write elements in the order in which they are read, without tabindex.",
    ),
    "order-back": Words(
        "Shift and Tab go another way back than Tab went on: {}",
        "Let no script move focus while somebody tabs.",
    ),
    "order-on-screen": Words(
        "the next stop is further up than the one before it: {}",
        "Put them on the page in the order in which they are written.",
    ),
    "order-by-style": Words(
        "the style sheet shows controls in another order than they are written in",
        "Take out order and -reverse, and write the elements in the order that is meant.",
    ),
    "focus-off-screen": Words(
        "has the focus while it is outside the window",
        "Let it be shown when it is focused, or take it out of the order.",
    ),
    "focus-covered": Words(
        "has the focus while something covers it: {}",
        "Give the page scroll-padding as tall as what sticks to its edge, or let nothing stick.",
    ),
    "focus-hidden": Words(
        "has the focus and cannot be seen",
        "Show it when it is focused, or hide it from the keyboard too (hidden, inert).",
    ),
    "focus-for-eyes-only": Words(
        "takes the focus inside aria-hidden: a screen reader is silent there",
        "Take aria-hidden off, or make it inert.",
    ),
    "focus-unseen": Words("looks the same with the focus and without", _RING),
    "focus-faint": Words("shows the focus too faintly", _RING),
    "focus-pixels": Words("on screen the ring of the focus is too small or too faint: {}", _RING),
    "no-role": Words(
        "takes the focus, and a screen reader cannot say what it is",
        "Use a link, a button or a field; give a region that scrolls role, aria-label and tabindex.",
    ),
    "no-name": Words(
        "takes the focus, and a screen reader cannot say its name", "Give it text, a label or an aria-label."
    ),
    "skip-first": Words(
        "the first stop is not a link to the content", "Make a link to #main the first of the page."
    ),
    "skip-unseen": Words(
        "the skip link cannot be seen when it has the focus", "Show it at the top when it is focused."
    ),
    "skip-lost": Words(
        "the skip link does not take focus to the content",
        'Give it href="#main", and main id="main" and tabindex="-1".',
    ),
    "no-key": Words(
        "does not open and close with {}", "Use details and summary, and let no script stop the key."
    ),
    "mouse-only": Words(
        "answers to a mouse and not to a keyboard",
        "Make it a button or a link, or a label of a field that takes focus.",
    ),
}
_ROLES_OF_NOTHING = {
    "generic",
    "none",
    "presentation",
    "GenericContainer",
    "StaticText",
    "paragraph",
    "Section",
}


def keyboard(page: Page, address: str) -> list[Fault]:
    """All that a page needs of keyboards, but for the proof in pixels."""
    return [*reach(page, address), *at_rest(page, address)]


def at_rest(page: Page, address: str) -> list[Fault]:
    """The same without tabbing through."""
    faults = [*names(page, address), *mouse_only(page, address)]
    faults += disclosures(page, address)
    if page.locator("body[data-kind=embed] > main:first-child").count():
        return faults  # nothing stands before its main part
    return [*faults, *skip_link(page, address)]


def reach(page: Page, address: str, mode: str = MODE) -> list[Fault]:
    """Tab through, and back: all is reached, once, in order and in sight (2.1.1, 2.1.2, 2.4.3, 2.4.7)."""
    teller = Teller("keyboard", WORDS, address, mode)
    places: list[str] = ask(page, "stops")
    faults: list[Fault] = []
    visited: list[int] = []
    while len(visited) <= len(places) * 2 + 5:
        page.keyboard.press("Tab")
        stop = ask(page, "stop")
        if stop is None:
            break
        index: int = stop["index"]
        if index in visited:
            # Some browsers go round to the first stop: that is leaving the page, too.
            if index != visited[0] or len(visited) == 1 < len(places):
                rule = "trap" if index == visited[-1] else "again"
                faults.append(teller.fault(rule, stop["place"]))
            break
        if visited and index < visited[-1]:
            faults.append(teller.fault("order", stop["place"], ask(page, "placeOf", visited[-1])))
        if stop["positive"]:
            faults.append(teller.fault("positive-tabindex", stop["place"]))
        faults += teller.faults(stop["faults"])
        visited.append(index)
    faults += [teller.fault("unreached", place) for i, place in enumerate(places) if i not in visited]
    faults += teller.faults(ask(page, "disorder", visited))
    return faults + _back(page, teller, visited)


def _back(page: Page, teller: Teller, visited: list[int]) -> list[Fault]:
    if len(visited) < 2:
        return []
    ask(page, "listenFrom", visited[-1])
    for _ in visited[1:]:
        page.keyboard.press("Shift+Tab")
    came = ask(page, "heard")
    for wanted, got in zip(reversed(visited[:-1]), [*came, *[-1] * len(visited)], strict=False):
        if wanted != got:
            return [teller.fault("order-back", ask(page, "placeOf", wanted), ask(page, "placeOf", got))]
    return []


def ring(
    page: Page, address: str, proved: frozenset[str] = frozenset()
) -> tuple[list[Fault], frozenset[str]]:
    """The ring of the focus in pixels, once for each kind of stop (2.4.13).

    A photograph with the focus and one without must differ by 3 to 1 over an area of 2 px round the control,
    less a quarter for round corners. `proved` names the kinds of stop that other pages showed; it comes back
    with those of this page.
    """
    teller = Teller("keyboard", WORDS, address, MODE)
    faults: list[Fault] = []
    ask(page, "stops")
    for one in ask(page, "kindsOfStop"):
        if one["kind"] in proved:
            continue
        proved |= {one["kind"]}
        stop = ask(page, "focusStop", one["index"])
        if not stop or stop["faults"]:  # told by `reach`
            continue
        frame = ask(page, "frame")
        focused = page.screenshot(clip=frame["clip"])
        ask(page, "blur")
        changed = ask(page, "differing", *map(_text, (focused, page.screenshot(clip=frame["clip"]))))
        wanted = round(frame["edge"] * 2 * 0.75)
        if changed < wanted:
            faults.append(teller.fault("focus-pixels", stop["place"], f"{changed} pixels of {wanted}"))
    return faults, proved


def indicators(page: Page, address: str, mode: str) -> list[Fault]:
    """Each kind of stop shows the focus, without pressing keys: for modes that change colours only."""
    teller = Teller("keyboard", WORDS, address, mode)
    ask(page, "stops")
    stops = [ask(page, "focusStop", one["index"]) for one in ask(page, "kindsOfStop")]
    return [fault for stop in stops if stop for fault in teller.faults(stop["faults"])]


def _text(image: bytes) -> str:
    return base64.b64encode(image).decode("ascii")


def names(page: Page, address: str) -> list[Fault]:
    """Every stop has a role and a name, as the browser tells them to a screen reader (4.1.2)."""
    teller = Teller("keyboard", WORDS, address, MODE)
    faults: list[Fault] = []
    session = page.context.new_cdp_session(page)
    for node in session.send("Accessibility.getFullAXTree")["nodes"]:
        focusable = any(
            one["name"] == "focusable" and one["value"].get("value") for one in node.get("properties", ())
        )
        role = node.get("role", {}).get("value", "")
        named = node.get("name", {}).get("value", "").strip()
        if not focusable or role == "RootWebArea" or (named and role not in _ROLES_OF_NOTHING):
            continue
        place = _on_node(
            page, session, node["backendDOMNodeId"], "el.tabIndex >= 0 ? globalThis.gate.place(el) : null"
        )
        if place:
            faults.append(
                teller.fault("no-role" if role in _ROLES_OF_NOTHING or not role else "no-name", place)
            )
    session.detach()
    return faults


def _on_node(page: Page, session: CDPSession, node: int, expression: str) -> Any:
    """What an expression in `el` gives for a node of the debugger's."""
    function = f"function() {{ const el = this; return {expression}; }}"
    ask(page, "canvas")  # so that the probes are there
    remote = session.send("DOM.resolveNode", {"backendNodeId": node})["object"]["objectId"]
    asked = {
        "objectId": remote,
        "returnByValue": True,
        "functionDeclaration": function,
    }
    return session.send("Runtime.callFunctionOn", asked)["result"].get("value")


def skip_link(page: Page, address: str) -> list[Fault]:
    """The first stop shows itself, and takes a reader past all that stands on every page (2.4.1)."""
    teller = Teller("keyboard", WORDS, address, MODE)
    # A reload puts the start of tabbing back to the start of the page.
    page.reload(wait_until="load")
    ask(page, "stops")
    page.keyboard.press("Tab")
    skip = ask(page, "skip")
    if not skip["toMain"]:
        return [teller.fault("skip-first", skip["place"])]
    stop = ask(page, "stop")
    if any(one["rule"] in {"focus-hidden", "focus-off-screen", "focus-covered"} for one in stop["faults"]):
        return [teller.fault("skip-unseen", skip["place"])]
    page.keyboard.press("Enter")
    if not ask(page, "inMain"):
        page.keyboard.press("Tab")
    return [] if ask(page, "inMain") else [teller.fault("skip-lost", skip["place"])]


def disclosures(page: Page, address: str) -> list[Fault]:
    """Every details opens and closes with Enter and with Space (2.1.1)."""
    teller = Teller("keyboard", WORDS, address, MODE)
    faults: list[Fault] = []
    for index in range(ask(page, "summaries")):
        was = ask(page, "toSummary", index)
        if was is None:
            continue
        for key in ("Enter", "Space"):
            page.keyboard.press(key)
            now = ask(page, "isOpen", index)
            if now == was:
                faults.append(teller.fault("no-key", ask(page, "placeOf", index), key))
            was = now
    return faults


def mouse_only(page: Page, address: str) -> list[Fault]:
    """Nothing looks or listens like a control without taking the focus (2.1.1).

    Listeners cannot be seen from the page; the browser's debugger tells them. One on an element that holds
    controls listens on their behalf.
    """
    teller = Teller("keyboard", WORDS, address, MODE)
    faults = teller.faults(ask(page, "mouseOnly"))
    session = page.context.new_cdp_session(page)
    root = session.send("Runtime.evaluate", {"expression": "document.body"})["result"]["objectId"]
    told = session.send("DOMDebugger.getEventListeners", {"objectId": root, "depth": -1, "pierce": True})
    clicked = {"click", "mousedown", "mouseup", "pointerdown", "pointerup"}
    for node in {one["backendNodeId"] for one in told["listeners"] if one["type"] in clicked}:
        found = _on_node(page, session, node, "globalThis.gate.listens(el)")
        if found:
            faults += teller.faults([found])
    session.detach()
    return sorted(set(faults))
