"""Take the article out of a web page, with its related items and chrome apart.

>>> from declutter import extract
>>> extract("").status
<Status.EMPTY: 'empty'>
"""

from declutter.api import extract

__all__ = ["extract"]
