"""The site around the stories: pages, masthead, people, topics, sponsors, shows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from wagtail.models import Page, Site

from articles import site_root
from articles.models import (
    FrontPick,
    HomePage,
    Masthead,
    NewsImage,
    Person,
    SectionPage,
    Show,
    Sponsor,
    StandardPage,
    Topic,
    User,
)

from .art_desk import artwork_name, logo_name, portrait_name
from .bodies import BodyWriter, block_id, list_items
from .paper_file import Front, PageFile, Paper


@dataclass
class Furniture:
    """What stories refer to, by slug."""

    editor: User
    home: HomePage
    sections: dict[str, SectionPage] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    sponsors: dict[str, Sponsor] = field(default_factory=dict)
    shows: dict[str, Show] = field(default_factory=dict)


def publish(page: Page, editor: User) -> None:
    """Publish what the page says now, as the editor would."""
    page.save_revision(user=editor, clean=False).publish(user=editor)


def furnish(paper: Paper, editor: User, images: Mapping[str, NewsImage]) -> Furniture:
    """Everything but the stories and the pages about the paper. `images` are the drawn pictures by name."""
    furniture = Furniture(editor, site_root.plant(paper.masthead.name, editor))
    set_masthead(paper, images["masthead"])
    for entry in paper.sections:
        section = SectionPage(title=entry.title, slug=entry.slug, introduction=entry.introduction, owner=editor)
        furniture.home.add_child(instance=section)
        publish(section, editor)
        furniture.sections[entry.slug] = section
    for person in paper.people:
        furniture.people[person.slug] = Person.objects.create(
            slug=person.slug,
            name=person.name,
            job_title=person.job_title,
            biography=person.biography,
            portrait=images[portrait_name(person.slug)],
        )
    for topic in paper.topics:
        furniture.topics[topic.slug] = Topic.objects.create(
            slug=topic.slug, name=topic.name, description=topic.description
        )
    for sponsor in paper.sponsors:
        furniture.sponsors[sponsor.slug] = Sponsor.objects.create(
            name=sponsor.name, url=sponsor.url, logo=images[logo_name(sponsor.slug)]
        )
    for show in paper.shows:
        furniture.shows[show.slug] = made = Show.objects.create(
            slug=show.slug,
            title=show.title,
            description=show.description,
            category=show.category,
            artwork=images[artwork_name(show.slug)],
        )
        made.hosts.set(furniture.people[slug] for slug in show.hosts)
    return furniture


def set_masthead(paper: Paper, logo: NewsImage) -> None:
    entry = paper.masthead
    Masthead.objects.create(
        site=Site.objects.get(is_default_site=True),
        name=entry.name,
        tagline=entry.tagline,
        publisher=entry.publisher,
        contact_email=entry.contact_email,
        social_profiles="\n".join(entry.social_profiles),
        logo=logo,
    )


def add_standard_pages(files: Iterable[PageFile], furniture: Furniture) -> dict[str, StandardPage]:
    """The pages about the paper, still empty: they may link to each other, and to stories."""
    pages = {}
    for file in files:
        pages[file.slug] = page = StandardPage(
            title=file.title, slug=file.slug, introduction=file.introduction, owner=furniture.editor, live=False
        )
        furniture.home.add_child(instance=page)
    return pages


def publish_standard_pages(
    files: Iterable[PageFile], pages: Mapping[str, StandardPage], writer: BodyWriter, editor: User
) -> None:
    for file in files:
        page = pages[file.slug]
        page.body = writer.body(file.slug, file.body)
        publish(page, editor)


def set_front_page(front: Front, furniture: Furniture, stories: Mapping[str, int]) -> None:
    """The editors' choices for the front page. `stories` are keys by slug."""
    home = HomePage.objects.get(pk=furniture.home.pk)
    home.lead_id = stories[front.lead]
    home.picks = [FrontPick(story_id=stories[slug], sort_order=number) for number, slug in enumerate(front.picks)]
    zones = []
    for number, zone in enumerate(front.zones, start=1):
        value = {
            "title": zone.title,
            "section": furniture.sections[zone.section].pk if zone.section else None,
            "topics": list_items(furniture.topics[slug].pk for slug in zone.topics),
            "kinds": [],
            "stories": list_items(stories[slug] for slug in zone.stories),
            "size": zone.size,
            "layout": zone.layout,
        }
        zones.append({"type": "zone", "value": value, "id": block_id("home", number)})
    home.zones = json.dumps(zones)
    publish(home, furniture.editor)
