"""Pages read aloud: MP3 with chapters, by people where they recorded them, by a voice where not.

Its modules are imported one by one: most builds need the list of what is read, and none of the libraries.
"""
