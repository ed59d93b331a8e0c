"""What is checked when: a draft saves with gaps, publication does not."""

from __future__ import annotations

from typing import Any

from django.forms import CharField, ChoiceField, ModelChoiceField
from django.forms.formsets import ORDERING_FIELD_NAME
from django.utils.translation import gettext_lazy as _
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.admin.widgets import AdminAutoHeightTextInput

from articles.characters import printable
from articles.models import Correction, PodcastEpisodePage, Show, Story
from articles.models.sections import LONGEST_SLUG

MOST_TOPICS = 10
ONE_LINE = ("title", "kicker", "standfirst", "card_headline", "card_teaser", "lead_caption", "lead_alt")
"""Texts that are pasted with line ends and printed without."""


class Rows(BaseChildFormSet):
    """Rows of choices, with complaints in the editors' words."""

    default_error_messages = BaseChildFormSet.default_error_messages | {
        "too_few_forms": _("Needed before this can be published: at least %(num)d."),
    }

    def get_unique_error_message(self, unique_check: tuple[str, ...]) -> str:
        return _("The same is chosen twice. Keep one of the two.")

    def get_form_error(self) -> str:
        return _("This is chosen above already.")


class RowForm(WagtailAdminModelForm):
    """A row of a panel. One in which nothing has been chosen yet is no row, and keeps no draft from being saved."""

    def defer_required_fields(self) -> None:
        super().defer_required_fields()
        self.empty_permitted = self.instance._state.adding

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound:
            self.cleaned_data.setdefault(ORDERING_FIELD_NAME, None)  # the panel sorts by it, of an empty row too

    def has_changed(self) -> bool:
        return self.is_chosen and super().has_changed()

    @property
    def is_chosen(self) -> bool:
        """Whether every choice the row stands for (a person, a story) has been made."""
        return all(
            self[name].value()
            for name, field in self.fields.items()
            if isinstance(field, ModelChoiceField) and field.required
        )


class StoryForm(WagtailAdminPageForm):
    """The form of every story. Saving a draft defers required fields; anything else must be fit to print."""

    topics_required = True
    change = ChoiceField(
        label=_("This change is"),
        required=False,
        choices=(("", _("A small fix: readers are told nothing")), *Correction.CHANGES),
        help_text=_("For when you publish. Everything but a small fix marks the story as updated."),
    )
    change_text = CharField(
        label=_("What readers are told"),
        required=False,
        widget=AdminAutoHeightTextInput,
        help_text=_("Say what was wrong and what is right. Printed under the story, for good."),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.live:
            del self.fields["change"], self.fields["change_text"]

    def clean_slug(self) -> str:
        """A long headline fills in a slug that is too long: it is cut, as the editor did not write it."""
        return self.cleaned_data["slug"][:LONGEST_SLUG].rstrip("-_")

    def clean(self) -> dict:
        cleaned = super().clean()
        cleaned.update({name: _printable(value) for name, value in cleaned.items()})
        cleaned.update({name: " ".join(cleaned[name].split()) for name in ONE_LINE if cleaned.get(name)})
        self.check_topics(cleaned.get("topics") or [])
        if not self.is_deferred_validation:
            self.check_change(cleaned)
            self.check_lead_image(cleaned)
            self.check_for_publication(cleaned)
        return cleaned

    def save(self, commit: bool = True) -> Story:
        """A new story is made unpublished: Wagtail would show it while it is being scheduled or restricted."""
        if self.instance._state.adding:
            self.instance.live = False
        return super().save(commit)

    def check_change(self, cleaned: dict) -> None:
        """Readers are told of a change when it is published from this form, neither before nor by somebody else."""
        change, text = cleaned.get("change"), cleaned.get("change_text")
        if change and "action-publish" not in self.data:
            self.add_error("change", _("Say this when the change is published: it is not kept with a draft."))
        if change and cleaned.get("go_live_at"):
            self.add_error("change", _("Say this when the change goes live: it would be printed before it."))
        if text and not change:
            self.add_error("change", _("Say what this is: a correction, a clarification or an update."))
        if change in (Correction.Kind.CORRECTION, Correction.Kind.CLARIFICATION) and not text:
            self.add_error("change_text", _("Tell readers what was wrong and what is right."))

    def check_topics(self, topics: list[str]) -> None:
        if len(topics) > MOST_TOPICS:
            self.add_error("topics", _("Choose at most %(n)d topics.") % {"n": MOST_TOPICS})
        if not topics and not self.is_deferred_validation and self.topics_required:
            self.add_error("topics", _("Give the story at least one topic: topics choose the lists it appears in."))

    def check_lead_image(self, cleaned: dict) -> None:
        image = cleaned.get("lead_image")
        if image is None:
            return
        if not image.credit:
            self.add_error(
                "lead_image", _("This image has no credit. Open it in the image library and say who made it.")
            )
        if not (image.description or cleaned.get("lead_alt")):
            self.add_error("lead_image", _("This image has no description. Readers who cannot see it need one."))

    def check_for_publication(self, cleaned: dict) -> None:
        """What one kind of story needs beyond the others."""


def _printable(value: Any) -> Any:
    """Text, or a list of topics, without control characters; anything else as it is."""
    if isinstance(value, str):
        return printable(value)
    return [printable(item) for item in value] if isinstance(value, list) else value


class VideoForm(StoryForm):
    def check_for_publication(self, cleaned: dict) -> None:
        if not cleaned.get("film") and not cleaned.get("provider_url"):
            self.add_error("film", _("Choose a film, or give its address at a provider."))
        if not cleaned.get("lead_image"):
            self.add_error("lead_image", _("A film needs a poster: choose a lead image."))
        if cleaned.get("film") and not cleaned.get("captions"):
            self.add_error("captions", _("A film of ours needs captions, for readers who cannot hear it."))


class PodcastForm(StoryForm):
    def check_for_publication(self, cleaned: dict) -> None:
        if not cleaned.get("audio") and not cleaned.get("audio_url"):
            self.add_error("audio", _("Choose a sound file, or give its address elsewhere."))
        show = cleaned.get("podcast")
        is_numbered = cleaned.get("episode") or cleaned.get("episode_type") != PodcastEpisodePage.EpisodeType.FULL
        if show and show.type == Show.Type.SERIAL and not is_numbered:
            self.add_error("episode", _("This show is told in order: give the episode its number."))


class SponsoredForm(StoryForm):
    topics_required = False
