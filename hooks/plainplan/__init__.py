"""Plainplan: a public plan in Markdown and YAML becomes a website that everybody can read.

The modules import one way only:
errors ← model ← addresses ← blocks ← load ← check ← views ← render ← publish ← cli.
"""
