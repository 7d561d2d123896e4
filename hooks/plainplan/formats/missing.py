"""What is said where a program that makes a format is not installed."""

from __future__ import annotations


class MissingToolError(Exception):
    """A format cannot be made on this machine. The message is one line, and says what to install."""
