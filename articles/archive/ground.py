"""What synthetic stories stand on: sections, people, a show, sponsors and topics; what is missing is made."""

from __future__ import annotations

import random
from dataclasses import dataclass

from django.db.models.functions import Coalesce
from django.utils.text import slugify

from articles import site_root
from articles.models import HomePage, Person, SectionPage, Show, Sponsor, Topic

from . import topics
from .words import FIRST_NAMES, LAST_NAMES

SECTIONS = ("City", "Politics", "Business", "Science", "Culture", "Sport")
PEOPLE = 40


@dataclass(frozen=True)
class Ground:
    """What is there. Keys and slugs of topics are by rank."""

    sections: list[SectionPage]
    people: list[Person]
    show: Show
    sponsors: list[Sponsor]
    topic_keys: list[int]
    topic_slugs: list[str]
    name_of_topic: dict[int, str]


def prepare(number_of_topics: int) -> Ground:
    found = _topics(number_of_topics)
    return Ground(
        sections=_sections(),
        people=_people(),
        show=_show(),
        sponsors=_sponsors(),
        topic_keys=[key for key, _slug, _name in found],
        topic_slugs=[slug for _key, slug, _name in found],
        name_of_topic={key: name for key, _slug, name in found},
    )


def _sections() -> list[SectionPage]:
    home = HomePage.objects.first() or site_root.plant("Newsroom")
    sections = list(SectionPage.objects.child_of(home).open_to_all().order_by("path"))
    for title in SECTIONS if not sections else ():
        sections.append(home.add_child(instance=SectionPage(title=title, slug=slugify(title))))
    return sections


def _people() -> list[Person]:
    people = list(Person.objects.order_by("pk"))
    if people:
        return people
    chance = random.Random("people")
    names = {f"{chance.choice(FIRST_NAMES)} {chance.choice(LAST_NAMES)}": None for _ in range(PEOPLE * 2)}
    return Person.objects.bulk_create(Person(name=name, slug=slugify(name)) for name in list(names)[:PEOPLE])


def _show() -> Show:
    show = Show.objects.order_by("pk").first()
    return show or Show.objects.create(title="Spring Tide", slug="spring-tide", description="A podcast of the archive.")


def _sponsors() -> list[Sponsor]:
    sponsors = list(Sponsor.objects.order_by("pk"))
    return sponsors or [Sponsor.objects.create(name="Harbour Savings Bank", url="https://example.org/harbour-savings")]


def _topics(number: int) -> list[tuple[int, str, str]]:
    """Key, slug and name of the topics by rank. One that is there, by slug or name, is used, or what it stands for."""
    names = [topics.name(rank) for rank in range(number)]
    slugs = [topics.slug(rank) for rank in range(number)]
    Topic.objects.bulk_create(
        (Topic(name=name, slug=slug) for name, slug in zip(names, slugs, strict=True)),
        batch_size=5000,
        ignore_conflicts=True,
    )
    rows = Topic.objects.values_list("slug", "name", Coalesce("canonical", "pk"))
    known = {word.casefold(): key for slug, name, key in rows for word in (slug, name)}
    there = {pk: (pk, slug, name) for pk, slug, name in Topic.objects.values_list("pk", "slug", "name")}
    return [there[known.get(slug) or known[name.casefold()]] for name, slug in zip(names, slugs, strict=True)]
