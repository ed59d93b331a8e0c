from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

TEXT = _("Text")
INLINE = ["bold", "italic", "link", "document-link", "superscript", "subscript"]


class ParagraphBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs) -> None:
        super().__init__(features=INLINE, **kwargs)

    class Meta:
        icon = "pilcrow"
        group = TEXT
        label = _("Paragraph")
        description = _("Running text. Pasted text keeps bold, italic and links, and loses the rest.")
        template = "blocks/paragraph.html"
        preview_value = "<p>The ferry left at six, <b>eleven minutes late</b>, with nobody aboard but the crew.</p>"


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Text"), max_length=120)
    level = blocks.ChoiceBlock(
        label=_("Level"), choices=[("h2", _("Heading")), ("h3", _("Smaller heading"))], default="h2"
    )

    class Meta:
        icon = "title"
        group = TEXT
        label = _("Heading")
        description = _("A cross-heading that breaks up a long text.")
        template = "blocks/heading.html"
        form_layout = ["text", "level"]
        preview_value = {"text": "What the surveyors found", "level": "h2"}


class PullQuoteBlock(blocks.StructBlock):
    quote = blocks.TextBlock(label=_("Quotation"), max_length=300)
    attribution = blocks.CharBlock(label=_("Who said it"), max_length=120, required=False)

    class Meta:
        icon = "openquote"
        group = TEXT
        label = _("Pull quote")
        description = _("A line lifted out of the story and set large.")
        template = "blocks/pull_quote.html"
        preview_value = {
            "quote": "Nobody asked what it would cost to do nothing.",
            "attribution": "Ines Falk",
        }


class BlockQuoteBlock(blocks.StructBlock):
    quote = blocks.RichTextBlock(label=_("Quotation"), features=["bold", "italic", "link"])
    attribution = blocks.CharBlock(label=_("Source"), max_length=160, required=False)

    class Meta:
        icon = "openquote"
        group = TEXT
        label = _("Block quote")
        description = _("A passage quoted from a document, a letter, a speech.")
        template = "blocks/block_quote.html"
        preview_value = {
            "quote": "<p>The works shall be completed by the spring tide.</p>",
            "attribution": "Contract of 1911",
        }


class ListBlock(blocks.StructBlock):
    style = blocks.ChoiceBlock(
        label=_("Style"), choices=[("bullet", _("Bullets")), ("number", _("Numbers"))], default="bullet"
    )
    items = blocks.ListBlock(
        blocks.RichTextBlock(label=_("Item"), features=["bold", "italic", "link"]), label=_("Items"), min_num=1
    )

    class Meta:
        icon = "list-ul"
        group = TEXT
        label = _("List")
        description = _("Points in a row, with bullets or numbers.")
        template = "blocks/list.html"
        preview_value = {
            "style": "bullet",
            "items": ["Two new sluices", "A wall of 340 metres", "Pumps at Fennside"],
        }


class DividerBlock(blocks.StaticBlock):
    class Meta:
        icon = "horizontalrule"
        group = TEXT
        label = _("Divider")
        admin_text = _("A pause between two parts of a story.")
        description = admin_text
        template = "blocks/divider.html"
        preview_value = None
