from __future__ import annotations

import textwrap
from concurrent.futures import Future
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db.models import F
from wagtail.models import Page

from articles import publishing, search, webvtt
from articles.archive import filing, topics
from articles.demo import prose, transcripts
from articles.demo.bodies import BodyWriter
from articles.demo.drawing import Drawn, Size, Studio
from articles.demo.paper_file import read_paper
from articles.demo.story_files import read_stories, read_story
from articles.demo.toml_tables import DemoFileError
from articles.models import (
    ArticlePage,
    Byline,
    Edition,
    HomePage,
    PodcastEpisodePage,
    SectionPage,
    SponsoredPage,
    Story,
    StoryTopic,
    Topic,
    VideoPage,
)

from . import factories as make

STORY = """
kind = "article"
headline = "Ferry leaves on time"
kicker = "Ferries"
standfirst = "It had not been expected to, and nobody was aboard."
section = "city"
bylines = ["oskar-lind"]
topics = ["public-transport"]
hours_ago = 5

[picture]
scene = "harbour"
palette = "dusk"
seed = 1
alt = "A ferry at its pier"
caption = "The 6.10, at ten past six."
credit = "Illustration: Courier graphics desk"

[[body]]
text = "It left."
"""


def story_file(folder: Path, text: str = STORY, slug: str = "ferry-on-time") -> Path:
    file = folder / "city" / f"{slug}.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(textwrap.dedent(text), encoding="utf-8")
    return file


# The files of the demo paper


def test_every_file_of_the_demo_paper_is_sound():
    paper = read_paper()
    assert {story.kind for story in paper.stories} == {"article", "video", "podcast", "sponsored"}
    assert {story.status for story in paper.stories} == {"published", "draft", "scheduled", "retracted"}
    assert len(paper.stories) >= 60
    pictures = [picture for story in paper.stories for picture in story.pictures]
    assert len(set(pictures)) == len(pictures)


def test_story_is_read_with_all_that_its_file_says(tmp_path):
    story = read_story(story_file(tmp_path))
    assert (story.slug, story.kind, story.status, story.hours_ago) == ("ferry-on-time", "article", "published", 5)
    assert [block.kind for block in story.body] == ["text"]
    assert story.picture.seed == 1


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('kicker = "Ferries"\n', "", "kicker: is missing"),
        ('kicker = "Ferries"', 'kicker = ""', "kicker: is empty"),
        ('kicker = "Ferries"', f'kicker = "{"x" * 41}"', "kicker: has 41 characters, at most 40"),
        ('kicker = "Ferries"', "kicker = 7", "kicker: is not a text"),
        ('kicker = "Ferries"', 'kicker = "<b>Ferries</b>"', "kicker: has markup"),
        ("hours_ago = 5", 'hours_ago = "5"', "hours_ago: is not a number"),
        ("hours_ago = 5", "hours_ago = true", "hours_ago: is not a number"),
        ("hours_ago = 5", "hours_ago = -1", "hours_ago: is less than 0"),
        ("hours_ago = 5", "hours_ago = 5\nhour_ago = 4", "hour_ago: is not a key of this table"),
        ("hours_ago = 5", "hours_ago = 5\nupdated_hours_ago = 6", "updated_hours_ago: is not after the publication"),
        ('kind = "article"', 'kind = "gossip"', "kind: 'gossip' is not one of article, podcast, sponsored, video"),
        ('kind = "article"', 'kind = "video"', "video: is missing"),
        ('section = "city"', 'section = "sport"', "section: is 'sport', but the file is in city/"),
        ('scene = "harbour"', 'scene = "moon"', "picture.scene: 'moon' is not one of"),
        ("seed = 1", "seed = 1\ncolour = 2", "picture.colour: is not a key of this table"),
        ('text = "It left."', 'text = "It left."\nheading = "No"', "body[1].text and heading: a block has exactly one"),
        ('text = "It left."', 'shout = "It left!"', "body[1].shout: is no block: use one of text, heading"),
        ('text = "It left."', 'text = "It <u>left</u>."', "body[1].text: <u> is not allowed"),
        ('text = "It left."', 'text = "It <b>left."', "body[1].text: <b> is never closed"),
        (
            'text = "It left."',
            "text = \"<a href='javascript:x'>It</a>\"",
            "body[1].text: a link leads to 'javascript:x'",
        ),
        ('text = "It left."', "divider = false", "body[1].divider: is either true or left out"),
        ('text = "It left."', 'key_points = ["one"]', "body[1].key_points: needs at least 2"),
        (
            'text = "It left."',
            'table = { caption = "c", header = ["a", "b"], rows = [["1"]] }',
            "body[1].table.rows: row 1 has not 2 cells",
        ),
        ("kind =", "kind ==", "Invalid value"),
    ],
)
def test_wrong_story_file_is_refused_with_file_and_key(tmp_path, old, new, complaint):
    assert old in STORY
    file = story_file(tmp_path, STORY.replace(old, new, 1))
    with pytest.raises(DemoFileError) as refusal:
        read_story(file)
    assert str(refusal.value).startswith(f"{file}: ")
    assert complaint in str(refusal.value)


def test_story_that_points_to_a_missing_story_is_refused(tmp_path):
    story_file(tmp_path, STORY.replace("It left.", "<a href='story:the-boat'>It</a> left."))
    with pytest.raises(DemoFileError, match="body: points to 'the-boat', which is not a published story"):
        read_stories(tmp_path)


def test_two_stories_of_one_name_are_refused(tmp_path):
    story_file(tmp_path)
    (tmp_path / "sport").mkdir()
    (tmp_path / "sport" / "ferry-on-time.toml").write_text(STORY.replace('"city"', '"sport"'))
    with pytest.raises(DemoFileError, match="is also that of"):
        read_stories(tmp_path)


def test_cues_after_the_end_are_refused(tmp_path):
    film = '\n[video]\nlength = 10\ntranscript = [{ at = 0, text = "a" }, { at = 10, text = "b" }]\n'
    with pytest.raises(DemoFileError, match="transcript: goes on after the end at 10 seconds"):
        read_story(story_file(tmp_path, STORY.replace('"article"', '"video"') + film))


# Text


def test_prose_becomes_rich_text_with_internal_links():
    text = "Brae & Sons <i>paid</i>.\n\nSee <a href='story:late'>this</a>."
    assert prose.check(text) == ["late"]
    assert prose.rich(text, lambda slug: f' linktype="page" id="{len(slug)}"') == (
        '<p>Brae &amp; Sons <i>paid</i>.</p><p>See <a linktype="page" id="4">this</a>.</p>'
    )


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["1,140", "86", "−312,150"], "number"),
        (["10.5%", "+22", "2.7 (2.4)"], "number"),
        (["F14, stalls", "24"], "text"),
        (["<a href='https://example.org'>1</a>", "2"], "rich_text"),
    ],
)
def test_columns_of_figures_are_told_from_words(cells, kind):
    assert BodyWriter.column_kind(cells) == kind


def test_captions_are_webvtt_with_speakers():
    recording = next(story.recording for story in read_paper().stories if story.episode)
    cues = webvtt.cues(transcripts.captions(recording, recording.length))
    assert [(cue.start, cue.speaker, cue.text) for cue in cues] == [
        (cue.at, cue.speaker, cue.text) for cue in recording.transcript
    ]


# The demo's command


def test_files_of_a_failed_seeding_are_taken_away():
    names = ["original_images/seeds.jpg", "images/seeds.webp"]
    for name in names:
        default_storage.save(name, ContentFile(b"x"))
    made = Future()
    made.set_result(Drawn(names[0], 1, "", 1, 1, (Size("width-1", "", names[1], 1, 1),)))
    studio = Studio()
    studio.futures[names[0]] = made
    studio.clean()
    assert not any(map(default_storage.exists, names))


@pytest.mark.django_db
def test_seeding_a_site_that_has_a_paper_is_refused_unless_asked_to_pass():
    make.home()
    with pytest.raises(CommandError, match="There is a newspaper in this database already"):
        call_command("seed_demo")
    call_command("seed_demo", if_empty=True)
    assert Story.objects.count() == 0


@pytest.mark.django_db
def test_seeding_without_a_password_is_refused(monkeypatch):
    monkeypatch.delenv("NEWSROOM_EDITOR_PASSWORD", raising=False)
    with pytest.raises(CommandError, match="Set NEWSROOM_EDITOR_PASSWORD"):
        call_command("seed_demo")
    assert not HomePage.objects.exists()


# The archive


@pytest.fixture
def archive(db):
    call_command("seed_archive", stories=400, topics=30, seed=7, verbosity=0)


def test_archive_is_what_publication_would_have_made(archive):
    assert Story.objects.count() == 400
    assert not any(Page.find_problems())
    assert publishing.rebuild() == (0, 0)
    public = Story.objects.published()
    assert public.editorial().count() == Story.objects.editorial().count()
    assert not public.exclude(published_at=F("first_published_at")).exists()
    assert not StoryTopic.objects.exclude(topic_ids=[]).exclude(topic_ids__contains=[F("tag_id")]).exists()
    assert 3 < StoryTopic.objects.count() / 400 < 7
    assert sum(Topic.objects.values_list("story_count", flat=True)) == StoryTopic.objects.exclude(topic_ids=[]).count()


def test_archive_has_every_kind_with_what_the_kind_needs(archive):
    counts = [model.objects.count() for model in (ArticlePage, VideoPage, PodcastEpisodePage, SponsoredPage)]
    assert sum(counts) == 400
    assert counts[0] > 300
    assert all(counts[:3])
    for page in (*VideoPage.objects.all()[:3], *PodcastEpisodePage.objects.all()[:3], *SponsoredPage.objects.all()[:3]):
        page.full_clean()
    assert VideoPage.objects.first().player
    assert PodcastEpisodePage.objects.first().enclosure["length"] > 0


def test_archive_stands_in_its_sections(archive):
    for section in SectionPage.objects.all():
        assert section.numchild == section.get_children().count() == Story.objects.in_section(section).count() > 0
    story = Story.objects.order_by("?").first()
    assert story.url_path == f"{story.section.url_path}{story.slug}/"
    assert story.get_parent().pk == story.section_id
    assert set(story.bylines.values_list("role", flat=True)) <= set(Byline.Role.values)


def test_archive_is_found_by_search_as_if_it_had_been_saved(archive):
    story = Story.objects.published().editorial().latest().first()
    assert story in list(search.find(Story.objects.published(), f'"{story.title}"'))
    entry = story.specific.index_entries.get()
    before = entry.title_text, entry.title, entry.body_text, entry.body
    call_command("update_index", verbosity=0)
    entry = story.specific.index_entries.get()
    assert (entry.title_text, entry.title) == before[:2]
    assert sorted(entry.body_text.split()) == sorted(before[2].split())


def test_archive_counts_editions_up(archive):
    assert Edition.objects.get(scope="latest").number == 1
    assert (
        Edition.objects.filter(scope__startswith="topics/").count() == Topic.objects.filter(story_count__gt=0).count()
    )


def test_archive_grows_after_what_is_there(archive):
    section = SectionPage.objects.first()
    written = make.article(section=section, topics=["Oysters"])
    call_command("seed_archive", stories=50, topics=30, seed=7, verbosity=0)
    assert Story.objects.count() == 451
    assert Story.objects.in_section(section).order_by("path").last().path > written.path
    assert not any(Page.find_problems())
    assert publishing.rebuild() == (0, 0)
    make.article(section=section)


def test_archive_is_the_same_for_the_same_seed(db):
    texts = []
    for seed in (3, 3, 4):
        call_command("seed_archive", stories=20, topics=40, seed=seed, no_index=True, verbosity=0)
        newest = Story.objects.order_by("-pk")[:20]
        texts.append([(story.title, str(story.body), story.kind, story.published_at) for story in newest])
    assert texts[0] == texts[1] != texts[2]


def test_failed_archive_leaves_nothing(db, monkeypatch):
    monkeypatch.setattr(filing.Filing, "count", lambda self: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        call_command("seed_archive", stories=20, verbosity=0)
    assert not Story.objects.exists()
    assert not Topic.objects.exists()


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"stories": 0}, "Between 1 and 1,679,615 stories"),
        ({"stories": -5}, "Between 1 and 1,679,615 stories"),
        ({"stories": 2_000_000}, "Between 1 and 1,679,615 stories"),
        ({"stories": 5, "topics": 0}, "Between 1 and 102,188 topics"),
        ({"stories": 5, "topics": 200_000}, "Between 1 and 102,188 topics"),
    ],
)
def test_numbers_that_cannot_be_are_refused(given, complaint):
    with pytest.raises(CommandError, match=complaint):
        call_command("seed_archive", **given)


def test_topics_grow_slower_than_the_archive():
    assert topics.sensible_number(1_000_000) == 20_000
    assert topics.sensible_number(100_000) > 2_500
    names = [topics.name(rank) for rank in range(topics.MOST)]
    assert len(set(names)) == len({topics.slug(rank) for rank in range(topics.MOST)}) == topics.MOST
