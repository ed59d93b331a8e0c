from __future__ import annotations

from types import SimpleNamespace

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

LINKS = _("Links")


class RelatedStoryBlock(blocks.StructBlock):
    story = blocks.PageChooserBlock(label=_("Story"), page_type="articles.Story")
    label = blocks.CharBlock(label=_("Lead-in"), max_length=40, required=False, help_text=_("Empty: “Read more”."))

    class Meta:
        icon = "link"
        group = LINKS
        label = _("Related story")
        description = _("Points to another story inside the text. Not shown while that story is not public.")
        template = "blocks/related_story.html"

    def get_context(self, value, parent_context=None):
        """`linked`: the story as a card, from what the page fetched; None while readers may not see it."""
        context = super().get_context(value, parent_context)
        chosen = value.get("story")
        feeds = context.get("feeds")
        context["linked"] = feeds.linked.get(chosen.pk) if chosen and feeds else None
        return context

    def get_preview_context(self, value, parent_context=None):
        context = super().get_preview_context(value, parent_context)
        context["feeds"] = SimpleNamespace(linked={value["story"].pk: value["story"]} if value["story"] else {})
        return context

    def get_preview_value(self):
        from articles.models import Story

        return self.normalize({"story": Story.objects.published().latest().first(), "label": ""})


class DocumentBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(label=_("Title here"), max_length=150, required=False)

    class Meta:
        icon = "doc-full"
        group = LINKS
        label = _("Document")
        description = _("A file to download: a report, a ruling, a letter.")
        template = "blocks/document.html"

    def get_preview_value(self):
        from wagtail.documents import get_document_model

        return self.normalize(
            {"document": get_document_model().objects.order_by("-pk").first(), "title": "The report in full"}
        )
