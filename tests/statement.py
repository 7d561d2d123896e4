"""What the accessibility statement of the tiny plan lists, for tests to spoil."""

from __future__ import annotations

CONTENT = """\
content:
  - what: The map
    ground: non-compliance
    reason: It cannot be reached with a keyboard.
    fails: [2.1.1 Keyboard]
    mended_by: 2027-03-31
  - what: Old minutes
    ground: disproportionate burden
    reason: There are too many.
    fails: [1.1.1 Non-text content, 1.3.1]
    assessment: It would cost more than the plan.
"""
