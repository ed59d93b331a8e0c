"""The form of Settings → Masthead."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, PageChooserPanel

from articles.models import Masthead

PAPER = ("name", "tagline", "logo", "publisher", "contact_email", "social_profiles", "advertisement_label")
MACHINES = ("ai_answers", "ai_training")


def attach() -> None:
    Masthead.edit_handler = ObjectList(
        [
            *(FieldPanel(name) for name in PAPER),
            MultiFieldPanel(
                [PageChooserPanel(name) for name in Masthead.POLICIES],
                heading=_("How we work"),
                help_text=_("Pages about the paper. Search engines are told of them."),
            ),
            MultiFieldPanel(
                [FieldPanel(name) for name in MACHINES],
                heading=_("Use by machines"),
                help_text=_(
                    "Told in robots.txt, in llms.txt, on every page and beside it. Search engines are always welcome; "
                    "advertisements are kept from all of them."
                ),
            ),
        ]
    )
