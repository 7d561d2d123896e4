"""The tests of Plainplan. This file makes them the package `tests`: textstat brings one of the same name."""
