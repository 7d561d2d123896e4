"""Downloads that are made from the finished pages of an edition: PDF, EPUB, text, braille and others."""
