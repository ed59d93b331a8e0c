"""The readers' search."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django import forms
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.search.query import MATCH_NONE, Phrase, PlainText, SearchQuery
from wagtail.search.utils import AND

from .models import SectionPage, Story

if TYPE_CHECKING:
    from .querysets import StoryQuerySet

LONGEST_QUERY = 200
QUOTES = re.compile('["“”„‟«»]')


class DayInput(forms.DateInput):
    """A browser's own date field. What is no date is not printed back into it: HTML allows none there."""

    input_type = "date"

    def format_value(self, value: date | str | None) -> str | None:
        try:
            return date.fromisoformat(str(value)).isoformat()
        except ValueError:
            return None


class SearchForm(forms.Form):
    """What a reader may ask for. Every field is optional; a value that makes no sense is ignored."""

    q = forms.CharField(label=_("Search for"), required=False, max_length=LONGEST_QUERY)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    section = forms.ModelChoiceField(
        label=_("Section"),
        required=False,
        queryset=SectionPage.objects.none(),
        to_field_name="slug",
        empty_label=_("All sections"),
    )
    after = forms.DateField(label=_("From"), required=False, widget=DayInput)
    before = forms.DateField(label=_("To"), required=False, widget=DayInput)
    sort = forms.ChoiceField(
        label=_("Order"), required=False, choices=[("", _("Best match first")), ("date", _("Newest first"))]
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", _("Everything")), *Story.Kind.choices]
        self.fields["section"].queryset = SectionPage.objects.open_to_all().order_by("path")

    def results(self) -> StoryQuerySet | None:
        """Published stories that match, or None while nothing was asked."""
        self.is_valid()
        asked = self.cleaned_data
        query = asked.get("q", "").strip()
        if not query:
            return None
        stories = Story.objects.published()
        if asked.get("kind"):
            stories = stories.of_kind(asked["kind"])
        if asked.get("section"):
            stories = stories.in_section(asked["section"])
        if asked.get("after"):
            stories = stories.filter(published_at__gte=_moment(asked["after"], time.min))
        if asked.get("before"):
            stories = stories.filter(published_at__lte=_moment(asked["before"], time.max))
        return find(stories, query, by_date=asked.get("sort") == "date")


def parse(query: str) -> SearchQuery:
    """All words must match; "quoted words" match as a phrase, and so do those after a quote that is still open.

    Wagtail's own parser takes `17:00` for a filter and drops it, and hands on parts without a word, which PostgreSQL's
    backend cannot join to others.
    """
    parts = QUOTES.split(query[:LONGEST_QUERY])
    asked = [
        Phrase(part) if number % 2 else PlainText(part, operator="and")
        for number, part in enumerate(parts)
        if re.search(r"\w", part)
    ]
    return AND(asked) if asked else MATCH_NONE


def find(stories: StoryQuerySet, query: str, *, by_date: bool = False):
    """Search results among the stories. Lazy and sliceable, but no QuerySet: Wagtail's search results."""
    parsed = parse(query)
    among = Story.objects.filter(page_ptr__in=stories.order_by().values("pk"))
    if by_date:
        # As expressions: of a name, Wagtail demands that it be a FilterField, and the key can be none.
        newest_first = among.order_by(F("published_at").desc(), F("pk").desc())
        return newest_first.for_cards().search(parsed, order_by_relevance=False)
    return among.for_cards().search(parsed)


def _moment(day: date, at: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, at))
