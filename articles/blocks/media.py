from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from articles import providers

MEDIA = _("Pictures and film")


class PictureBlock(blocks.StructBlock):
    image = ImageBlock(label=_("Image"))
    caption = blocks.CharBlock(
        label=_("Caption here"),
        max_length=500,
        required=False,
        help_text=_("Leave empty to print the image's own caption."),
    )

    class Meta:
        icon = "image"
        group = MEDIA
        label = _("Image")
        description = _("A picture with caption and credit.")
        template = "blocks/image.html"

    def get_preview_value(self):
        return self.normalize({"image": newest_image(), "caption": "The old customs house at low water."})


class GalleryBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=100, required=False)
    pictures = blocks.ListBlock(PictureBlock(), label=_("Pictures"), min_num=2, max_num=30)

    class Meta:
        icon = "image"
        group = MEDIA
        label = _("Gallery")
        description = _("Several pictures in a row, each with caption and credit.")
        template = "blocks/gallery.html"

    def get_preview_value(self):
        picture = PictureBlock().get_preview_value()
        return self.normalize({"title": "A morning at the market", "pictures": [picture, picture]})


class EmbedBlock(blocks.StructBlock):
    url = blocks.URLBlock(
        label=_("Address"),
        validators=[providers.validate],
        help_text=_("The film's page at YouTube or Vimeo. Nothing is loaded from there before a reader asks."),
    )
    title = blocks.CharBlock(label=_("Title"), max_length=150, help_text=_("What it shows, for every reader."))
    poster = ImageBlock(label=_("Poster"), required=False)

    class Meta:
        icon = "media"
        group = MEDIA
        label = _("Film at a provider")
        description = _("Shown as a picture with a button; loads only when a reader clicks.")
        template = "blocks/embed.html"
        preview_value = {
            "url": "https://vimeo.com/76979871",
            "title": "The harbour from the air",
            "poster": None,
        }

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["player"] = providers.player(value["url"]) if value["url"] else None
        return context


def newest_image():
    """The newest picture in the library, for previews; None while it is empty."""
    from articles.models import NewsImage

    return NewsImage.objects.order_by("-pk").first()
