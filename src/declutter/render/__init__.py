"""An `Article` as Markdown or HTML: its title, and the blocks that make up `text`, nothing else.

Rendering reads the roles that were given and never chooses; both formats walk the same runs.
"""

from declutter.render.html import to_html
from declutter.render.markdown import to_markdown

__all__ = ["to_html", "to_markdown"]
