"""Plainplan: a public plan in Markdown and YAML becomes a website that everybody can read.

The modules import one way only, each from those before it (a test holds them to it):
cells, colours, errors, headers, language, slugs, trees, workers ← model, plain ← addresses ← blocks,
results ← load ← translation ← check ← views ← charts, exports ← render ← interface, preview,
publish, search ← building, formats, kept, pictures ← downloads ← making ← imports ← cli.
"""
