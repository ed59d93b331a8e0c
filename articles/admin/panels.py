"""The tabs an editor works in, in the reading order of the page.

Attached to the models when the app is ready, so that models import nothing of the admin.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)

from articles.models import (
    ArticlePage,
    HomePage,
    PodcastEpisodePage,
    SectionPage,
    SponsoredPage,
    StandardPage,
    Story,
    VideoPage,
)

from .forms import PodcastForm, RowForm, Rows, SponsoredForm, StoryForm, VideoForm
from .related_panel import related_preview


class ChoicesPanel(InlinePanel):
    """Rows that each choose something: people who sign, stories picked by hand."""

    def get_form_options(self) -> dict:
        options = super().get_form_options()
        rows = options["formsets"][self.relation_name]
        rows["formset"] = Rows
        rows["form"] = type("ChoiceRowForm", (RowForm, rows.get("form", WagtailAdminModelForm)), {})
        return options


def headline() -> TitleFieldPanel:
    return TitleFieldPanel(
        "title",
        heading=_("Headline"),
        help_text=_("Best under 70 characters; search engines cut longer ones."),
    )


def bylines(minimum: int = 1) -> InlinePanel:
    return ChoicesPanel(
        "bylines",
        panels=[FieldRowPanel([FieldPanel("person"), FieldPanel("role")])],
        heading=_("Bylines"),
        label=_("byline"),
        min_num=minimum,
        max_num=8,
    )


def promote() -> ObjectList:
    return ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel("card_headline"), FieldPanel("card_teaser"), FieldPanel("card_image")],
                heading=_("On cards and in feeds"),
                help_text=_("All optional. A teaser over 140 characters is cut at a word and marked “[…]”."),
            ),
            MultiFieldPanel(
                [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
                heading=_("For search engines"),
                help_text=_("Changing the slug of a published story leaves a redirect at the old address."),
            ),
        ],
        heading=_("Promote"),
    )


def schedule(*extra) -> ObjectList:
    return ObjectList(
        [
            *extra,
            PublishingPanel(),
            FieldPanel("updated_at"),
            InlinePanel(
                "corrections",
                panels=[FieldRowPanel([FieldPanel("kind"), FieldPanel("made_at")]), FieldPanel("text")],
                heading=_("Corrections"),
                label=_("correction"),
            ),
            FieldPanel("retraction_notice"),
        ],
        heading=_("Schedule and corrections"),
    )


def related() -> ObjectList:
    return ObjectList(
        [
            ChoicesPanel(
                "pins",
                panels=[PageChooserPanel("target", "articles.Story")],
                heading=_("Picked by you"),
                label=_("story"),
                max_num=6,
                help_text=_("First in “More for you”, in this order. Stories that share topics fill the rest."),
            ),
            ChoicesPanel(
                "exclusions",
                panels=[PageChooserPanel("target", "articles.Story")],
                heading=_("Kept out by you"),
                label=_("story"),
                help_text=_("Never in “More for you” of this story."),
            ),
            FieldPanel("shows_advertising"),
            related_preview(),
        ],
        heading=_("Related"),
    )


def story_tabs(
    story: list, media: list | None = None, extra: list[ObjectList] | None = None, schedule_extra: tuple = ()
) -> TabbedInterface:
    lead = MultiFieldPanel(
        [FieldPanel("lead_image"), FieldPanel("lead_caption"), FieldPanel("lead_alt")],
        heading=_("Lead image"),
    )
    return TabbedInterface(
        [
            ObjectList(story, heading=_("Story")),
            ObjectList([lead, *(media or [])], heading=_("Media")),
            *(extra or []),
            related(),
            promote(),
            schedule(*schedule_extra),
        ]
    )


def attach() -> None:
    """Give every page model its form and tabs."""
    text = [FieldPanel("kicker"), headline(), FieldPanel("standfirst")]
    timed = [
        FieldPanel("duration", help_text=_("In seconds. Empty: read from the file.")),
        FieldPanel("captions"),
        FieldPanel("chapters"),
    ]

    Story.base_form_class = StoryForm
    ArticlePage.edit_handler = story_tabs(
        [
            *text,
            bylines(),
            FieldPanel("topics"),
            FieldRowPanel([FieldPanel("genre"), FieldPanel("dateline")]),
            FieldPanel("body"),
        ]
    )
    VideoPage.base_form_class = VideoForm
    VideoPage.edit_handler = story_tabs(
        [*text, bylines(), FieldPanel("topics"), FieldPanel("body")],
        [MultiFieldPanel([FieldPanel("film"), FieldPanel("provider_url"), *timed], heading=_("Film"))],
    )
    PodcastEpisodePage.base_form_class = PodcastForm
    PodcastEpisodePage.edit_handler = story_tabs(
        [
            FieldPanel("podcast"),
            FieldRowPanel([FieldPanel("season"), FieldPanel("episode"), FieldPanel("episode_type")]),
            *text,
            bylines(),
            FieldPanel("topics"),
            FieldPanel("body", heading=_("Show notes")),
        ],
        [
            MultiFieldPanel(
                [
                    FieldPanel("audio"),
                    FieldPanel("audio_url"),
                    FieldRowPanel([FieldPanel("audio_type"), FieldPanel("audio_bytes")]),
                    *timed,
                ],
                heading=_("Sound"),
            )
        ],
    )
    SponsoredPage.base_form_class = SponsoredForm
    SponsoredPage.edit_handler = story_tabs(
        [
            *text,
            FieldPanel("topics"),
            FieldPanel(
                "body",
                help_text=_("Every link out of the site is marked “sponsored” when the page is shown."),
            ),
        ],
        extra=[
            ObjectList(
                [
                    FieldPanel("sponsor"),
                    FieldPanel("label", required_on_save=True),
                    FieldRowPanel([FieldPanel("campaign_start"), FieldPanel("campaign_end")]),
                ],
                heading=_("Sponsor"),
            )
        ],
    )
    HomePage.edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    PageChooserPanel("lead", "articles.Story"),
                    ChoicesPanel(
                        "picks",
                        panels=[PageChooserPanel("story", "articles.Story")],
                        heading=_("Beside the lead"),
                        label=_("story"),
                        max_num=5,
                        help_text=_("Empty places are filled with the newest stories."),
                    ),
                    FieldPanel("zones"),
                ],
                heading=_("Front page"),
            ),
            ObjectList([TitleFieldPanel("title"), *HomePage.promote_panels], heading=_("Promote")),
        ]
    )
    SectionPage.edit_handler = TabbedInterface(
        [
            ObjectList([TitleFieldPanel("title"), FieldPanel("introduction")], heading=_("Section")),
            ObjectList(SectionPage.promote_panels, heading=_("Promote")),
        ]
    )
    StandardPage.edit_handler = TabbedInterface(
        [
            ObjectList([TitleFieldPanel("title"), FieldPanel("introduction"), FieldPanel("body")], heading=_("Page")),
            ObjectList(StandardPage.promote_panels, heading=_("Promote")),
            ObjectList(StandardPage.settings_panels, heading=_("Schedule")),
        ]
    )
