"""Which pictures, recordings and documents strangers may fetch: those that something public shows.

A picture of a draft is as secret as its words. `FileUse` rows say which page shows what, and carry the dates of public
stories; `publishing` keeps them in the transaction that changes the story.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import Page

from . import review
from .models import FileUse, Masthead, NewsImage, NewsMedia, Person, Show, Sponsor, StandardPage, Story
from .publishing import is_current
from .querysets import current

KINDS: dict[type[Model], str] = {NewsImage: "image", NewsMedia: "media", Document: "document"}
FURNITURE: tuple[tuple[Callable[[], QuerySet], str], ...] = (
    (Person.objects.all, "portrait"),
    (Show.objects.listed, "artwork"),
    (Sponsor.objects.all, "logo"),
    (Masthead.objects.all, "logo"),
)
"""What shows a picture to everyone for as long as it has it."""
FOLDERS: dict[str, tuple[type[Model], str]] = {
    "original_images": (NewsImage, "file"),
    "images": (NewsImage, "renditions__file"),
    "media": (NewsMedia, "file"),
    "media_thumbnails": (NewsMedia, "thumbnail"),
}


def at(path: str) -> QuerySet | None:
    """The picture or recording whose file, or one of whose sizes, has this path in the media folder."""
    owner = FOLDERS.get(path.partition("/")[0])
    return owner and owner[0].objects.filter(**{owner[1]: path})


def public(files: QuerySet) -> QuerySet:
    """Those among files of one kind that strangers may fetch."""
    uses = FileUse.objects.filter(**{KINDS[files.model]: OuterRef("pk")})
    open_to_all = Q(Exists(uses.filter(current(timezone.now()))))
    open_to_all |= Q(Exists(uses.filter(page__in=StandardPage.objects.open_to_all())))
    if files.model is NewsImage:
        for owners, field in FURNITURE:
            open_to_all |= Q(Exists(owners().filter(**{field: OuterRef("pk")})))
    return files.filter(open_to_all)


def shown_to(request: HttpRequest, file: Model) -> bool:
    """Whether whoever asks may see a private file: at the desk, behind a restriction they pass, or by a review link."""
    return (
        request.user.has_perm("wagtailadmin.access_admin")
        or any(is_current(story) and story.is_open_to(request) for story in _with(file, Story))
        or any(page.live and page.is_open_to(request) for page in _with(file, StandardPage))
        or any((KINDS[type(file)], file.pk) in of(link.story_as_shared) for link in review.links_of(request))
    )


def _with(file: Model, pages: type[Page]) -> QuerySet[Page]:
    return pages.objects.filter(pk__in=FileUse.objects.filter(**{KINDS[type(file)]: file}).values("page"))


# The rows


def of(page: Page) -> set[tuple[str, int]]:
    """The files that a page shows, as it is in hand: kind and key."""
    return set(_found_in(page))


def _found_in(page: Page) -> Iterator[tuple[str, int]]:
    for field in page._meta.concrete_fields:
        value = field.value_from_object(page)
        if field.related_model in KINDS and value:
            yield KINDS[field.related_model], value
        elif hasattr(field, "extract_references"):
            yield from (
                (KINDS[model], int(key)) for model, key, *_path in field.extract_references(value) if model in KINDS
            )


def note(page: Page) -> int:
    """Bring the rows of a page into line with what is stored of it; how many were not."""
    due = of(page.specific_class.objects.get(pk=page.pk))
    there = {
        next((kind, key) for kind in KINDS.values() if (key := getattr(row, f"{kind}_id"))): row.pk
        for row in FileUse.objects.filter(page=page.pk)
    }
    gone = [pk for file, pk in there.items() if file not in due]
    if gone:
        FileUse.objects.filter(pk__in=gone).delete()
    added = [FileUse(page_id=page.pk, **{f"{kind}_id": key}) for kind, key in _kept(due - there.keys())]
    FileUse.objects.bulk_create(added)
    return len(gone) + len(added)


def _kept(files: set[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Those that are still in the library: a body may name one that was deleted."""
    for model, kind in KINDS.items():
        keys = [key for named, key in files if named == kind]
        if keys:
            yield from ((kind, key) for key in model.objects.filter(pk__in=keys).values_list("pk", flat=True))


def note_all() -> int:
    """The rows of every page; how many were not in line."""
    return sum(note(page) for model in (Story, StandardPage) for page in model.objects.only("content_type").iterator())
