"""What may be asked of the list of stories: one table, from which filters and OpenAPI are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.api.v2.utils import BadRequestError

from articles.addresses import Family, known_as
from articles.feeds.scopes import open_section, public_topic
from articles.latest import PLACE, Position
from articles.models import Person, Story

USUAL = 20
MOST = 100
"""Stories on a page."""
MOST_TOPICS = 10


@dataclass(frozen=True)
class Parameter:
    """A parameter of the list: what it is for, its JSON Schema, how it is read, and how often it may be given."""

    name: str
    description: Promise
    schema: dict[str, Any]
    read: Callable[[str], Any]
    most: int = 1


def _subject[T](family: str, find: Callable[[str], T], unknown: Promise) -> Callable[[str], T]:
    """Reads a slug as what has it, or had it once. `find` gives Http404 for what readers may not know of."""

    def read(slug: str) -> T:
        try:
            return find(slug)
        except Http404 as error:
            if former := known_as(family, slug):
                return find(former.slug)
            raise BadRequestError(unknown % {"slug": _short(slug)}) from error

    return read


def _person(slug: str) -> Person:
    return get_object_or_404(Person, slug=slug)


def _kind(name: str) -> str:
    if name not in Story.Kind.values:
        kinds = ", ".join(Story.Kind.values)
        raise BadRequestError(_("“%(text)s” is no kind: use %(kinds)s.") % {"text": _short(name), "kinds": kinds})
    return name


def _moment(text: str) -> datetime:
    try:
        day = parse_date(text)
        moment = datetime.combine(day, time.min) if day else parse_datetime(text)
    except ValueError:
        moment = None
    if moment is None or not 1000 < moment.year < 9999:
        raise BadRequestError(
            _("“%(text)s” is no date: write 2026-10-31 or 2026-10-31T06:30:00Z.") % {"text": _short(text)}
        )
    return timezone.make_aware(moment) if timezone.is_naive(moment) else moment


def _limit(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 4 and 1 <= int(text) <= MOST):
        raise BadRequestError(_("The limit is a number from 1 to %(most)d.") % {"most": MOST})
    return int(text)


def _place(text: str) -> Position:
    place = Position.parse(text)
    if place is None:
        raise BadRequestError(_("“%(text)s” is no place in a list: follow `meta.next`.") % {"text": _short(text)})
    return place


def _short(text: str) -> str:
    return Truncator(text).chars(100)


SLUG = {"type": "string", "minLength": 1}
DATE = {"type": "string", "anyOf": [{"format": "date"}, {"format": "date-time"}]}
PARAMETERS = {
    parameter.name: parameter
    for parameter in (
        Parameter(
            "topic",
            gettext_lazy("The end of a topic's address. Given several times: stories about any of them."),
            SLUG,
            _subject(Family.TOPICS, public_topic, gettext_lazy("There is no topic “%(slug)s”.")),
            MOST_TOPICS,
        ),
        Parameter(
            "section",
            gettext_lazy("The end of a section's address."),
            SLUG,
            _subject(Family.SECTIONS, open_section, gettext_lazy("There is no section “%(slug)s”.")),
        ),
        Parameter(
            "person",
            gettext_lazy("The end of a profile's address: stories signed by them."),
            SLUG,
            _subject(Family.PEOPLE, _person, gettext_lazy("There is no person “%(slug)s”.")),
        ),
        Parameter(
            "kind",
            gettext_lazy(
                "Given several times: any of them. Advertisements are left out unless “sponsored” is asked for, alone "
                "or within a section; their titles and texts begin with their labels."
            ),
            {"type": "string", "enum": Story.Kind.values},
            _kind,
            len(Story.Kind),
        ),
        Parameter(
            "published_after",
            gettext_lazy("Published at this moment or later. A date begins at midnight, in the paper's time zone."),
            DATE,
            _moment,
        ),
        Parameter("published_before", gettext_lazy("Published before this moment."), DATE, _moment),
        Parameter(
            "limit",
            gettext_lazy("How many stories at most."),
            {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL},
            _limit,
        ),
        Parameter(
            "before",
            gettext_lazy("The place in the list below which to go on, as `meta.next` has it."),
            {"type": "string", "pattern": f"^{PLACE}$"},
            _place,
        ),
    )
}


def read(query: QueryDict) -> dict[str, list[Any]]:
    """What a query asks for, by parameter; BadRequestError, which says what to do, for what nobody can mean."""
    if unknown := sorted(query.keys() - PARAMETERS.keys()):
        names = {"unknown": _short(", ".join(unknown)), "known": ", ".join(PARAMETERS)}
        raise BadRequestError(_("There is no parameter “%(unknown)s”: use %(known)s.") % names)
    asked = {}
    for name, parameter in PARAMETERS.items():
        given = query.getlist(name)
        if len(given) > parameter.most:
            raise BadRequestError(
                _("“%(name)s” may be given %(most)d times at most.") % {"name": name, "most": parameter.most}
            )
        asked[name] = [parameter.read(text) for text in given]
    return asked
