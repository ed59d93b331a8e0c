from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from articles import webvtt


class ChapterValue(blocks.StructValue):
    @property
    def seconds(self) -> int:
        """Where the chapter starts, from the beginning; 0 in a draft that does not say."""
        return webvtt.seconds(self["start"]) if self["start"] else 0


class ChapterBlock(blocks.StructBlock):
    start = blocks.CharBlock(
        label=_("Start"), max_length=10, validators=[webvtt.seconds], help_text=_("As 1:30 or 1:02:30.")
    )
    title = blocks.CharBlock(label=_("Title"), max_length=120)

    class Meta:
        icon = "list-ol"
        label = _("Chapter")
        description = _("A part of a film or an episode that a reader can jump to.")
        template = "blocks/chapter.html"
        value_class = ChapterValue
        preview_value = {"start": "1:30", "title": "Why the piles moved"}
