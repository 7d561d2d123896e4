"""EPUB 3.3 with EPUB Accessibility 1.1: the page as a book that reading programs open.

`make_epub` makes the file; `chapters` divides the page, `links` leads from one to the other, `xhtml` writes
them as XML, `package` says what is in the book.
"""

from plainplan.formats.epub.book import make_epub

__all__ = ["make_epub"]
