"""The marks of a status, as beside its word on every page (styles/50-parts.css): never colour alone.

Outlines from -1 to 1 in both directions, or the name of a shape that Vega-Lite knows.
"""

from __future__ import annotations

from plainplan.language import spoken
from plainplan.model.progress import Status

CIRCLE = "circle"
_SHAPES = {
    Status.COMPLETE: "M-1,0.1L-0.65,-0.3L-0.3,0.2L0.7,-0.95L1,-0.65L-0.3,0.95Z",
    Status.ON_TRACK: "M-0.75,-0.95L1,0L-0.75,0.95Z",
    Status.AT_RISK: "M-0.95,0.8L0,-0.95L0.95,0.8Z",
    Status.DELAYED: "M0,-1L1,0L0,1L-1,0Z",
    Status.NOT_STARTED: CIRCLE,
    Status.STOPPED: "M-0.85,-0.85L0.85,-0.85L0.85,0.85L-0.85,0.85Z",
}


_ON_TRACK_TO_THE_LEFT = "M0.75,-0.95L-1,0L0.75,0.95Z"


def shape_of(status: Status) -> str:
    """The mark of a status. What is on track points where words go on, as beside the word on a page."""
    if status is Status.ON_TRACK and spoken().direction == "rtl":
        return _ON_TRACK_TO_THE_LEFT
    return _SHAPES[status]


def role_of(status: Status | None) -> str:
    """The class of a status in a drawing; None: no report has spoken of it."""
    return status.value.replace(" ", "-") if status else "unreported"
