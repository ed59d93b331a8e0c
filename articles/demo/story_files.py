"""The stories of the demo paper, one TOML file each: `stories/<section>/<slug>.toml`.

Times are given as hours before (or after) the moment of seeding, so that the paper is always fresh.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .body_files import Block, Picture, block, picture, plain_text
from .toml_tables import DemoFileError, Table

STORIES = Path(__file__).parent / "stories"
KINDS = {"article", "video", "podcast", "sponsored"}
GENRES = {"news", "analysis", "opinion", "explainer", "feature", "review", "interview"}
STATUSES = {"published", "draft", "scheduled", "retracted"}
CORRECTIONS = {"correction", "clarification", "update"}
EPISODE_TYPES = {"full", "trailer", "bonus"}
LABELS = {"Advertisement", "Paid advertisement", "Sponsored advertising content"}


@dataclass(frozen=True)
class Correction:
    kind: str
    hours_ago: float
    text: str


@dataclass(frozen=True)
class Cue:
    """A spoken passage: where it starts, in seconds, who speaks (or nobody in particular), and what."""

    at: int
    speaker: str
    text: str


@dataclass(frozen=True)
class Chapter:
    at: int
    title: str


@dataclass(frozen=True)
class Recording:
    """A film or a podcast episode: seconds, timed text, chapters."""

    length: int
    transcript: tuple[Cue, ...]
    chapters: tuple[Chapter, ...] = ()


@dataclass(frozen=True)
class Episode:
    show: str
    season: int
    number: int
    type: str


@dataclass(frozen=True)
class Campaign:
    sponsor: str
    label: str


@dataclass(frozen=True)
class Retraction:
    hours_ago: float
    notice: str


@dataclass(frozen=True)
class StoryFile:
    """One story as its file tells it; every slug it names is still to be found."""

    file: Path
    slug: str
    kind: str
    status: str
    headline: str
    kicker: str
    standfirst: str
    section: str
    dateline: str
    genre: str
    bylines: tuple[str, ...]
    topics: tuple[str, ...]
    hours_ago: float
    hours_ahead: float
    updated_hours_ago: float | None
    picture: Picture
    body: tuple[Block, ...]
    corrections: tuple[Correction, ...]
    recording: Recording | None = None
    episode: Episode | None = None
    campaign: Campaign | None = None
    retraction: Retraction | None = None

    @property
    def pictures(self) -> list[Picture]:
        """Every picture of the story, the lead picture first."""
        found = [self.picture]
        for part in self.body:
            if part.kind == "image":
                found.append(part.value)
            elif part.kind == "gallery":
                found.extend(part.value)
        return found

    @property
    def links(self) -> list[str]:
        """Slugs of the stories it points to."""
        return [slug for part in self.body for slug in part.links]

    def wrong(self, key: str, why: str) -> DemoFileError:
        return DemoFileError(f"{self.file}: {key}: {why}")


def read_story(file: Path) -> StoryFile:
    """The story of a file. DemoFileError, naming file and key, when something is missing, unknown or wrong."""
    with Table.read(file).closed() as table:
        kind = table.one_of("kind", KINDS)
        status = table.one_of("status", STATUSES, default="published")
        advertisement = kind == "sponsored"
        timed = status in {"published", "retracted"}
        section = table.text("section")
        if section != file.parent.name:
            table.wrong("section", f"is {section!r}, but the file is in {file.parent.name}/")
        return _with_times_in_order(
            StoryFile(
                file=file,
                slug=file.stem,
                kind=kind,
                status=status,
                headline=plain_text(table, "headline", most=90),
                kicker=plain_text(table, "kicker", most=40),
                standfirst=plain_text(table, "standfirst", most=250),
                section=section,
                dateline=table.text("dateline", most=60, default=""),
                genre=table.one_of("genre", GENRES, default="news"),
                bylines=tuple(table.texts("bylines", least=0 if advertisement else 1)),
                topics=tuple(table.texts("topics", least=1)),
                hours_ago=table.number("hours_ago") if timed else 0,
                hours_ahead=table.number("hours_ahead", least=1) if status == "scheduled" else 0,
                updated_hours_ago=table.number("updated_hours_ago", default=None),
                picture=table.table("picture", picture),
                body=tuple(table.tables("body", block, least=1)),
                corrections=tuple(table.tables("corrections", _correction)),
                **_parts_of(kind, table),
                retraction=table.table("retraction", _retraction) if status == "retracted" else None,
            )
        )


def _parts_of(kind: str, table: Table) -> dict[str, object]:
    """What the kind of story adds, from the table of its name."""
    match kind:
        case "video":
            return {"recording": table.table(kind, _recording)}
        case "podcast":
            recording, episode = table.table(kind, lambda part: (_recording(part), _episode(part)))
            return {"recording": recording, "episode": episode}
        case "sponsored":
            return {"campaign": table.table(kind, _campaign)}
    return {}


def _with_times_in_order(story: StoryFile) -> StoryFile:
    """The story, whose changes come after its publication."""
    if story.status in {"draft", "scheduled"}:
        if story.corrections or story.updated_hours_ago is not None:
            raise story.wrong("status", "a story that is not public has no corrections and no update")
        return story
    if story.updated_hours_ago is not None and story.updated_hours_ago >= story.hours_ago:
        raise story.wrong("updated_hours_ago", "is not after the publication")
    if any(correction.hours_ago >= story.hours_ago for correction in story.corrections):
        raise story.wrong("corrections", "one is not after the publication")
    if story.retraction and story.retraction.hours_ago >= story.hours_ago:
        raise story.wrong("retraction.hours_ago", "is not after the publication")
    return story


def _correction(table: Table) -> Correction:
    return Correction(table.one_of("kind", CORRECTIONS), table.number("hours_ago"), plain_text(table, "text"))


def _retraction(table: Table) -> Retraction:
    return Retraction(table.number("hours_ago"), plain_text(table, "notice"))


def _episode(table: Table) -> Episode:
    return Episode(
        show=table.text("show"),
        season=table.integer("season", least=1),
        number=table.integer("episode", least=1),
        type=table.one_of("episode_type", EPISODE_TYPES),
    )


def _campaign(table: Table) -> Campaign:
    return Campaign(table.text("sponsor"), table.one_of("label", LABELS))


def _recording(table: Table) -> Recording:
    length = table.integer("length", least=1)
    cues = tuple(table.tables("transcript", _cue, least=1))
    chapters = tuple(table.tables("chapters", _chapter))
    for key, parts in (("transcript", cues), ("chapters", chapters)):
        starts = [part.at for part in parts]
        if starts != sorted(set(starts)):
            table.wrong(key, "is not in the order of time")
        if starts and starts[-1] >= length:
            table.wrong(key, f"goes on after the end at {length} seconds")
    return Recording(length, cues, chapters)


def _cue(table: Table) -> Cue:
    return Cue(table.integer("at"), table.text("speaker", default=""), plain_text(table, "text"))


def _chapter(table: Table) -> Chapter:
    return Chapter(table.integer("at"), table.text("title", most=120))


def read_stories(folder: Path = STORIES) -> list[StoryFile]:
    """Every story of the paper. DemoFileError when one is wrong, or points to one that is not there."""
    stories = [read_story(file) for file in sorted(folder.glob("*/*.toml"))]
    if not stories:
        raise DemoFileError(f"{folder}: holds no stories")
    known: dict[str, StoryFile] = {}
    for story in stories:
        if story.slug in known:
            raise story.wrong("(name of the file)", f"is also that of {known[story.slug].file}")
        known[story.slug] = story
    for story in stories:
        for slug in story.links:
            if slug not in known or known[slug].status != "published":
                raise story.wrong("body", f"points to {slug!r}, which is not a published story")
    return stories
