"""The tabs an editor works in, in the reading order of the page.

Attached to the models when the app is ready, so that models import nothing of the admin.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    Panel,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtailmedia.edit_handlers import MediaChooserPanel

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
from .topics import TopicInput


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
        classname="",
        placeholder=False,
        widget=AdminAutoHeightTextInput(attrs={"rows": 1}),
        help_text=_("Best under 70 characters; search engines cut longer ones."),
    )


def sentence(field: str) -> FieldPanel:
    """A field for a sentence or two, all of which is in sight."""
    return FieldPanel(field, widget=AdminAutoHeightTextInput(attrs={"rows": 1}))


def topics() -> FieldPanel:
    return FieldPanel("topics", widget=TopicInput)


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
                [sentence("card_headline"), sentence("card_teaser"), FieldPanel("card_image")],
                heading=_("On cards and in feeds"),
                help_text=_("All optional. A teaser over 140 characters is cut at a word and marked “[…]”."),
            ),
            MultiFieldPanel(
                [
                    FieldPanel(
                        "slug",
                        help_text=_(
                            "The end of the story's address, at most 100 characters. "
                            "Changing it after publication leaves a redirect at the old address."
                        ),
                    ),
                    FieldPanel("seo_title", heading=_("Title for search engines"), help_text=_("Empty: the headline.")),
                    FieldPanel(
                        "search_description",
                        heading=_("Description for search engines"),
                        help_text=_("Empty: the standfirst."),
                    ),
                ],
                heading=_("Address and search engines"),
            ),
        ],
        heading=_("Promote"),
    )


class CorrectionsPanel(Panel):
    """The corrections of a story, to be read: nobody takes one back."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "articles/admin/corrections.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None and self.instance.corrections.exists()


def corrections(scheduling: list[Panel]) -> ObjectList:
    """What is told about changes. The panels for scheduling and comments show in the bars beside the form, not here."""
    return ObjectList(
        [
            *scheduling,
            CommentPanel(),
            FieldPanel("change"),
            FieldPanel("change_text"),
            CorrectionsPanel(heading=_("Made so far")),
            FieldPanel("retraction_notice"),
        ],
        heading=_("Corrections"),
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
    story: list[Panel],
    media: list[Panel] | None = None,
    first: list[ObjectList] | None = None,
    scheduling: list[Panel] | None = None,
) -> TabbedInterface:
    """The tabs of a story; `first` are a kind's own, `scheduling` replaces the choice of a date of publication."""
    lead = MultiFieldPanel(
        [FieldPanel("lead_image"), sentence("lead_caption"), sentence("lead_alt")],
        heading=_("Lead image"),
    )
    return TabbedInterface(
        [
            *(first or []),
            ObjectList(story, heading=_("Story")),
            ObjectList([lead, *(media or [])], heading=_("Media")),
            related(),
            promote(),
            corrections([PublishingPanel()] if scheduling is None else scheduling),
        ]
    )


def attach() -> None:
    """Give every page model its form and tabs."""
    text = [FieldPanel("kicker"), headline(), sentence("standfirst")]
    timed = [
        FieldPanel("duration", help_text=_("In seconds. Empty: that of the file in the media library.")),
        FieldPanel("captions"),
        FieldPanel("chapters"),
    ]

    Story.base_form_class = StoryForm
    ArticlePage.edit_handler = story_tabs(
        [
            *text,
            bylines(),
            topics(),
            FieldRowPanel([FieldPanel("genre"), FieldPanel("dateline")]),
            FieldPanel("body"),
        ]
    )
    VideoPage.base_form_class = VideoForm
    VideoPage.edit_handler = story_tabs(
        [*text, bylines(), topics(), FieldPanel("body")],
        [
            MultiFieldPanel(
                [MediaChooserPanel("film", media_type="video"), FieldPanel("provider_url"), *timed], heading=_("Film")
            )
        ],
    )
    PodcastEpisodePage.base_form_class = PodcastForm
    PodcastEpisodePage.edit_handler = story_tabs(
        [
            FieldPanel("podcast"),
            FieldRowPanel([FieldPanel("season"), FieldPanel("episode"), FieldPanel("episode_type")]),
            FieldPanel("explicit"),
            *text,
            bylines(),
            topics(),
            FieldPanel("body", heading=_("Show notes")),
        ],
        [
            MultiFieldPanel(
                [
                    MediaChooserPanel("audio", media_type="audio"),
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
            topics(),
            FieldPanel(
                "body",
                help_text=_("Every link out of the site is marked “sponsored” when the page is shown."),
            ),
        ],
        first=[
            ObjectList(
                [
                    FieldPanel("sponsor"),
                    FieldPanel("label", required_on_save=True),
                    FieldRowPanel([FieldPanel("campaign_start"), FieldPanel("campaign_end")]),
                ],
                heading=_("Sponsor"),
            )
        ],
        scheduling=[],  # the campaign's dates are those of the story
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
