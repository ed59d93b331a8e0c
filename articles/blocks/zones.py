from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

KINDS = [("article", _("Articles")), ("video", _("Videos")), ("podcast", _("Podcasts"))]


class ZoneBlock(blocks.StructBlock):
    """A part of the front page: chosen stories first, then the newest of what it is about."""

    title = blocks.CharBlock(label=_("Title"), max_length=60, required=False, help_text=_("Empty: the section's name."))
    section = blocks.PageChooserBlock(label=_("Section"), page_type="articles.SectionPage", required=False)
    topics = blocks.ListBlock(SnippetChooserBlock("articles.Topic", label=_("Topic")), label=_("Topics"), default=[])
    kinds = blocks.MultipleChoiceBlock(label=_("Kinds"), choices=KINDS, required=False, help_text=_("Empty: all."))
    stories = blocks.ListBlock(
        blocks.PageChooserBlock(page_type="articles.Story", label=_("Story")), label=_("Chosen stories"), default=[]
    )
    size = blocks.IntegerBlock(label=_("How many"), default=4, min_value=1, max_value=12)
    layout = blocks.ChoiceBlock(
        label=_("Layout"),
        choices=[
            ("lead", _("One large, the rest beside it")),
            ("grid", _("Cards of one size")),
            ("list", _("Headlines")),
        ],
        default="lead",
    )

    class Meta:
        icon = "grip"
        label = _("Zone")
        description = _("A part of the front page. Chosen stories come first; the newest fill what is left.")
        template = "blocks/zone.html"
        preview_value = {"title": "Harbour Tunnel", "size": 4, "layout": "grid"}
