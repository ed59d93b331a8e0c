"""The demo paper without its stories: `paper.toml`, and a page about the paper in each of `pages/*.toml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from articles.podcast_categories import choices

from .body_files import Block, page_block
from .pictures import PALETTES
from .story_files import STORIES, StoryFile, read_stories
from .toml_tables import DemoFileError, Table

PAPER = Path(__file__).parent / "paper.toml"
PAGES = Path(__file__).parent / "pages"
CATEGORIES = {category for _group, categories in choices() for category, _name in categories}
PAGE_ORDER = ("about", "contact", "corrections-policy", "advertising")


@dataclass(frozen=True)
class Section:
    slug: str
    title: str
    introduction: str


@dataclass(frozen=True)
class Journalist:
    slug: str
    name: str
    job_title: str
    biography: str
    palette: str
    seed: int


@dataclass(frozen=True)
class TopicEntry:
    slug: str
    name: str
    description: str


@dataclass(frozen=True)
class SponsorEntry:
    slug: str
    name: str
    url: str
    seed: int


@dataclass(frozen=True)
class ShowEntry:
    slug: str
    title: str
    description: str
    category: str
    hosts: tuple[str, ...]
    palette: str
    seed: int


@dataclass(frozen=True)
class ZoneEntry:
    """A zone of the front page, as ZoneBlock holds it, by slugs."""

    title: str
    section: str
    topics: tuple[str, ...]
    stories: tuple[str, ...]
    layout: str
    size: int


@dataclass(frozen=True)
class Front:
    lead: str
    picks: tuple[str, ...]
    zones: tuple[ZoneEntry, ...]


@dataclass(frozen=True)
class MastheadEntry:
    name: str
    tagline: str
    publisher: str
    contact_email: str
    logo_seed: int
    social_profiles: tuple[str, ...]


@dataclass(frozen=True)
class PageFile:
    slug: str
    title: str
    introduction: str
    body: tuple[Block, ...]


@dataclass(frozen=True)
class Paper:
    masthead: MastheadEntry
    front: Front
    pins: dict[str, tuple[str, ...]]
    sections: tuple[Section, ...]
    people: tuple[Journalist, ...]
    topics: tuple[TopicEntry, ...]
    sponsors: tuple[SponsorEntry, ...]
    shows: tuple[ShowEntry, ...]
    pages: tuple[PageFile, ...]
    stories: tuple[StoryFile, ...]


def read_paper(file: Path = PAPER, pages: Path = PAGES, stories: Path = STORIES) -> Paper:
    """The whole demo paper. DemoFileError, naming file and key, when anything in it is wrong or names a stranger."""
    with Table.read(file).closed() as table:
        paper = Paper(
            masthead=table.table("masthead", _masthead),
            front=table.table("front", _front),
            pins=table.table("pins", _pins),
            sections=tuple(table.tables("sections", _section, least=1)),
            people=tuple(table.tables("people", _journalist, least=1)),
            topics=tuple(table.tables("topics", _topic, least=1)),
            sponsors=tuple(table.tables("sponsors", _sponsor)),
            shows=tuple(table.tables("shows", _show)),
            pages=tuple(_read_page(pages / f"{slug}.toml") for slug in PAGE_ORDER),
            stories=tuple(read_stories(stories)),
        )
    _check_names(paper, file, pages)
    return paper


def _read_page(file: Path) -> PageFile:
    with Table.read(file).closed() as table:
        return PageFile(
            slug=file.stem,
            title=table.text("title", most=120),
            introduction=table.text("introduction", most=250),
            body=tuple(table.tables("body", page_block, least=1)),
        )


def _check_names(paper: Paper, file: Path, pages: Path) -> None:
    """Every slug that is named belongs to something."""
    people = {person.slug for person in paper.people}
    topics = {topic.slug for topic in paper.topics}
    sections = {section.slug for section in paper.sections}
    shows = {show.slug for show in paper.shows}
    sponsors = {sponsor.slug for sponsor in paper.sponsors}
    published = {story.slug for story in paper.stories if story.status == "published"}
    for story in paper.stories:
        _known(story.file, "section", [story.section], sections)
        _known(story.file, "bylines", story.bylines, people)
        _known(story.file, "topics", story.topics, topics)
        if story.episode:
            _known(story.file, "podcast.show", [story.episode.show], shows)
        if story.campaign:
            _known(story.file, "sponsored.sponsor", [story.campaign.sponsor], sponsors)
    for page in paper.pages:
        links = [slug for part in page.body for slug in part.links]
        _known(pages / f"{page.slug}.toml", "body", links, published | {page.slug for page in paper.pages})
    _known(file, "front.lead", [paper.front.lead], published)
    _known(file, "front.picks", paper.front.picks, published)
    for number, zone in enumerate(paper.front.zones, start=1):
        name = f"front.zones[{number}]"
        _known(file, f"{name}.section", [zone.section] if zone.section else [], sections)
        _known(file, f"{name}.topics", zone.topics, topics)
        _known(file, f"{name}.stories", zone.stories, published)
    for slug, targets in paper.pins.items():
        _known(file, "pins", [slug, *targets], published)
    for show in paper.shows:
        _known(file, f"shows ({show.slug}): hosts", show.hosts, people)


def _known(file: Path, key: str, named: Iterable[str], known: set[str]) -> None:
    for slug in named:
        if slug not in known:
            raise DemoFileError(f"{file}: {key}: there is no {slug!r}")


def _masthead(table: Table) -> MastheadEntry:
    return MastheadEntry(
        name=table.text("name", most=80),
        tagline=table.text("tagline", most=120),
        publisher=table.text("publisher", most=120),
        contact_email=table.text("contact_email"),
        logo_seed=table.integer("logo_seed"),
        social_profiles=tuple(table.texts("social_profiles")),
    )


def _front(table: Table) -> Front:
    return Front(
        lead=table.text("lead"),
        picks=tuple(table.texts("picks")),
        zones=tuple(table.tables("zones", _zone)),
    )


def _zone(table: Table) -> ZoneEntry:
    return ZoneEntry(
        title=table.text("title", most=60, default=""),
        section=table.text("section", default=""),
        topics=tuple(table.texts("topics", default=[])),
        stories=tuple(table.texts("stories", default=[])),
        layout=table.one_of("layout", {"lead", "grid", "list"}),
        size=table.integer("size", least=1),
    )


def _pins(table: Table) -> dict[str, tuple[str, ...]]:
    return {slug: tuple(table.texts(slug, least=1)) for slug in list(table.content)}


def _section(table: Table) -> Section:
    return Section(table.text("slug"), table.text("title"), table.text("introduction", most=250))


def _journalist(table: Table) -> Journalist:
    palette, seed = table.table("portrait", _palette_and_seed)
    return Journalist(
        slug=table.text("slug"),
        name=table.text("name"),
        job_title=table.text("job_title"),
        biography=table.text("biography"),
        palette=palette,
        seed=seed,
    )


def _topic(table: Table) -> TopicEntry:
    return TopicEntry(table.text("slug"), table.text("name"), table.text("description"))


def _sponsor(table: Table) -> SponsorEntry:
    return SponsorEntry(table.text("slug"), table.text("name"), table.text("url"), table.integer("logo_seed"))


def _show(table: Table) -> ShowEntry:
    palette, seed = table.table("cover", _palette_and_seed)
    return ShowEntry(
        slug=table.text("slug"),
        title=table.text("title"),
        description=table.text("description"),
        category=table.one_of("category", CATEGORIES),
        hosts=tuple(table.texts("hosts", least=1)),
        palette=palette,
        seed=seed,
    )


def _palette_and_seed(table: Table) -> tuple[str, int]:
    return table.one_of("palette", PALETTES), table.integer("seed")
