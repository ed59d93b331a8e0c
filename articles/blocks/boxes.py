from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from articles.characters import printable

BOXES = _("Boxes and data")


class KeyPointsBlock(blocks.StructBlock):
    points = blocks.ListBlock(
        blocks.CharBlock(label=_("Point"), max_length=240), label=_("Points"), min_num=2, max_num=6
    )

    class Meta:
        icon = "tick"
        group = BOXES
        label = _("Key points")
        description = _("Two to six lines for a reader in a hurry. Best at the top.")
        template = "blocks/key_points.html"
        preview_value = {
            "points": [
                "The tunnel opens in 2028, two years late",
                "It will cost 11.4bn marks",
                "Trams run from day one",
            ]
        }


class FactBoxBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=100)
    text = blocks.RichTextBlock(label=_("Text"), features=["bold", "italic", "link", "ul", "ol"])

    class Meta:
        icon = "help"
        group = BOXES
        label = _("Fact box")
        description = _("Background beside the story: who, what, how it works.")
        template = "blocks/fact_box.html"
        preview_value = {"title": "How a spring tide works", "text": "<p>Sun and moon pull in one line.</p>"}


class TimelineEventBlock(blocks.StructBlock):
    when = blocks.CharBlock(label=_("When"), max_length=60)
    what = blocks.RichTextBlock(label=_("What happened"), features=["bold", "italic", "link"])


class TimelineBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=100, required=False)
    events = blocks.ListBlock(TimelineEventBlock(label=_("Event")), label=_("Events"), min_num=2)

    class Meta:
        icon = "history"
        group = BOXES
        label = _("Timeline")
        description = _("What happened when, oldest first.")
        template = "blocks/timeline.html"
        preview_value = {
            "title": "A tunnel, slowly",
            "events": [
                {"when": "2019", "what": "The council votes for it."},
                {"when": "2022", "what": "Digging starts."},
            ],
        }


class TableBlock(TypedTableBlock):
    def __init__(self, **kwargs) -> None:
        super().__init__(
            [
                ("text", blocks.CharBlock(label=_("Text"), required=False)),
                (
                    "number",
                    blocks.CharBlock(label=_("Number"), required=False, help_text=_("Set flush right.")),
                ),
                (
                    "rich_text",
                    blocks.RichTextBlock(
                        label=_("Text with links"), features=["bold", "italic", "link"], required=False
                    ),
                ),
            ],
            **kwargs,
        )

    def value_from_datadict(self, data, files, prefix):
        table = super().value_from_datadict(data, files, prefix)
        table.caption = printable(table.caption or "")
        for column in table.columns:
            column["heading"] = printable(column["heading"])
        return table

    def get_preview_value(self):
        return self.to_python(
            {
                "caption": "Homes flooded, by district",
                "columns": [{"type": "text", "heading": "District"}, {"type": "number", "heading": "Homes"}],
                "rows": [{"values": ["Fennside", "1,140"]}, {"values": ["Eastbank", "86"]}],
            }
        )

    class Meta:
        icon = "table"
        group = BOXES
        label = _("Table")
        description = _("Figures in rows and columns. Give every column a heading.")
        template = "blocks/table.html"
