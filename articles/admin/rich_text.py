"""The rich text editor, fit for what people paste into it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import BadRequest
from wagtail.admin.rich_text import DraftailRichTextArea

from articles.characters import printable


class ProseEditor(DraftailRichTextArea):
    """Draftail, without the characters that no column of the database holds: it sends them as JSON escapes."""

    def value_from_datadict(self, data: dict, files: dict, name: str) -> Any:
        try:
            html = super().value_from_datadict(data, files, name)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise BadRequest("This is not what the editor sends.") from error
        return html and printable(html)
