from __future__ import annotations

from types import SimpleNamespace

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from .links import LINKS
from .zones import KINDS


class LatestStoriesBlock(blocks.StructBlock):
    """Latest Stories of topics or kinds, anywhere in a text; the page sees to it that none stands there twice."""

    title = blocks.CharBlock(label=_("Title"), max_length=60, required=False, help_text=_("Empty: “Latest Stories”."))
    topics = blocks.ListBlock(SnippetChooserBlock("articles.Topic", label=_("Topic")), label=_("Topics"), default=[])
    kinds = blocks.MultipleChoiceBlock(label=_("Kinds"), choices=KINDS, required=False, help_text=_("Empty: all."))
    size = blocks.IntegerBlock(label=_("How many"), default=3, min_value=1, max_value=12)
    layout = blocks.ChoiceBlock(
        label=_("Layout"),
        choices=[("compact", _("Small cards")), ("standard", _("Cards")), ("headline-only", _("Headlines"))],
        default="compact",
    )

    class Meta:
        icon = "list-ul"
        group = LINKS
        label = _("Latest Stories")
        description = _("The newest stories about topics of your choice, always up to date.")
        template = "blocks/latest_stories.html"

    def get_context(self, value, parent_context=None):
        """`stories`: the cards that the page allocated to this block; none outside a story's page."""
        context = super().get_context(value, parent_context)
        feeds = context.get("feeds")
        context["stories"] = feeds.blocks.get(context.get("block_id"), []) if feeds else []
        return context

    def get_preview_context(self, value, parent_context=None):
        from articles.latest import Latest

        context = super().get_preview_context(value, parent_context)
        return context | {"block_id": "preview", "feeds": SimpleNamespace(blocks={"preview": Latest().cards(3)})}

    def get_preview_value(self):
        return self.normalize({"title": "Harbour Tunnel", "topics": [], "kinds": [], "size": 3, "layout": "compact"})
