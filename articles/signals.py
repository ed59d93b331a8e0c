"""Changes that reach stories from outside `Story.save`: moves, restrictions, deletion."""

from __future__ import annotations

from collections.abc import Iterable

from django.apps import apps
from django.apps.registry import Apps
from django.db import transaction
from django.db.migrations import Migration
from django.db.migrations.operations import CreateModel
from django.db.models import Model, Q
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.contrib.redirects.signal_handlers import create_redirects
from wagtail.documents.models import Document
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from . import addresses, endings, files, many_stories, publishing, roles, search_rows, topics
from .models import (
    Edition,
    Ending,
    FeedSubscription,
    FileUse,
    Masthead,
    NewsImage,
    NewsMedia,
    Person,
    SectionPage,
    Show,
    Sponsor,
    Story,
    Topic,
)


def set_up_roles(apps: Apps = apps, plan: Iterable[tuple[Migration, bool]] = (), **kwargs) -> None:
    """After `migrate`, unless it was told to stop before the last table."""
    if "sponsoredpage" in apps.all_models["articles"] and Page.objects.filter(depth=1).exists():
        steps = [(m.app_label, step) for m, backwards in plan if not backwards for step in m.operations]
        roles.set_up({(app, step.name_lower) for app, step in steps if isinstance(step, CreateModel)})


@receiver(post_page_move)
def follow_move(sender: type[Page], instance: Page, parent_page_after: Page, **kwargs) -> None:
    """A story's section is its parent in the tree; what it may show follows the restrictions there."""
    if kwargs["parent_page_before"].pk == parent_page_after.pk:
        return
    with transaction.atomic():
        story = Story.objects.filter(pk=instance.pk).first()
        if story is None:
            many_stories.settle_tree(instance)
            return
        topics.lock_those_of(story)
        if kwargs["url_path_before"] != kwargs["url_path_after"]:
            former = Story.objects.get(pk=story.pk)
            former.url_path = kwargs["url_path_before"]
            create_redirects(story, former, Site.objects.all())
        before = publishing.Standing.of(story)
        Story.objects.filter(pk=story.pk).update(section=SectionPage.objects.filter(pk=parent_page_after.pk).first())
        publishing.settle(story, before)


@receiver(post_save, sender=PageViewRestriction)
@receiver(post_delete, sender=PageViewRestriction)
def follow_restriction(sender: type[PageViewRestriction], instance: PageViewRestriction, **kwargs) -> None:
    many_stories.settle_tree(instance.page)


@receiver(post_save, sender=Page)
def follow_bare_save(sender: type[Page], instance: Page, **kwargs) -> None:
    """A story may be saved as the page it also is, and a section unpublished so; what they show must follow."""
    if story := Story.objects.filter(pk=instance.pk).first():
        with transaction.atomic():
            publishing.catch_up(story)
    elif not instance.live and (section := SectionPage.objects.filter(pk=instance.pk).first()):
        publishing.count_editions(again=[section.feed_scope])


@receiver(page_published)
@receiver(page_unpublished)
def follow_page(sender: type[Page], instance: Page, **kwargs) -> None:
    """Stories that lead to a page which is no story itself show another text, too."""
    if not isinstance(instance, Story):
        with transaction.atomic():
            many_stories.tell_of_links([instance.pk])


@receiver(pre_delete, sender=Page)
def follow_page_deletion(sender: type[Page], instance: Page, **kwargs) -> None:
    if not Story.objects.filter(pk=instance.pk).exists():
        many_stories.tell_of_links([instance.pk])


@receiver(pre_delete, sender=Story)
def log_deletion(sender: type[Story], instance: Story, **kwargs) -> None:
    if instance.ending == Ending.MOVED:
        endings.stands_in_for(instance).delete()
    instance.topics_to_recount = publishing.withdraw(instance)


@receiver(post_delete, sender=Story)
def recount_topics(sender: type[Story], instance: Story, **kwargs) -> None:
    publishing.recount(Topic.objects.filter(pk__in=instance.topics_to_recount))


@receiver(pre_delete, sender=Topic)
def take_off_stories(sender: type[Topic], instance: Topic, **kwargs) -> None:
    topics.remove(instance)


@receiver(page_slug_changed)
def keep_old_page_address(sender: type[Page], instance: Page, instance_before: Page, **kwargs) -> None:
    """A page that has none below it leaves a redirect. A section leaves one former address, whatever it holds."""
    if not isinstance(instance, SectionPage):
        create_redirects(instance, instance_before, Site.objects.exclude(root_page=instance))


@receiver(pre_save, sender=SectionPage)
@receiver(pre_save, sender=Topic)
@receiver(pre_save, sender=Person)
@receiver(pre_save, sender=Show)
def keep_former_address(sender: type[Model], instance: Model, update_fields: set[str] | None, **kwargs) -> None:
    if instance.pk is None or (update_fields is not None and "slug" not in update_fields):
        return
    before = sender.objects.filter(pk=instance.pk).values_list("slug", flat=True).first()
    if before and before != instance.slug:
        if isinstance(instance, SectionPage):
            many_stories.hold([instance], below=True)
        addresses.moved(instance, before)
        former = f"{addresses.family_of(instance)}/{before}"
        if Edition.objects.filter(scope=former).exists():
            publishing.count_editions([former, instance.feed_scope])
        FeedSubscription.objects.filter(scopes__contains=[former]).update(wanted_at=timezone.now())  # they are told so


@receiver((post_save, post_delete), sender=SectionPage)
@receiver((post_save, post_delete), sender=Topic)
@receiver((post_save, post_delete), sender=Person)
@receiver((post_save, post_delete), sender=Show)
def follow_subject(sender: type[Model], instance: SectionPage | Topic | Person | Show, created=False, **kwargs) -> None:
    """A feed says what its subject is called and is about, and is gone when that is."""
    if not created:
        publishing.count_editions(again=[instance.feed_scope])


@receiver((post_save, pre_delete), sender=Person)
@receiver((post_save, pre_delete), sender=NewsImage)
def follow_podcast(sender: type[Model], instance: Person | NewsImage, created: bool = False, **kwargs) -> None:
    """A podcast's feed has its artwork, and who is in it with their portraits."""
    if created or kwargs.get("update_fields") is not None:
        return
    shown_in = Q(hosts=instance) | Q(episodes__bylines__person=instance)
    if isinstance(instance, NewsImage):
        shown_in = Q(artwork=instance) | Q(hosts__portrait=instance) | Q(episodes__bylines__person__portrait=instance)
    if shows := {show.feed_scope for show in Show.objects.filter(shown_in)}:
        publishing.count_editions(again=shows)


@receiver(m2m_changed, sender=Show.hosts.through)
def follow_hosts(instance: Show | Person, action: str, **kwargs) -> None:
    if action.startswith("post_") and isinstance(instance, Show):
        publishing.count_editions(again=[instance.feed_scope])


@receiver(post_save, sender=Masthead)
@receiver(post_save, sender=Site)
def follow_paper(sender: type[Model], instance: Masthead | Site, created: bool, **kwargs) -> None:
    """The paper’s name and its address stand in every feed. The first reader makes the masthead: that is no change."""
    if not created:
        publishing.count_editions(["paper"])


@receiver((post_save, pre_delete), sender=NewsImage)
@receiver((post_save, pre_delete), sender=NewsMedia)
@receiver((post_save, pre_delete), sender=Document)
def follow_file(sender: type[Model], instance: Model, created: bool = False, **kwargs) -> None:
    """What is written beside a file, and its address, stand wherever it shows. Wagtail notes sizes and sums one by one.

    A portrait and a logo show without a use of their own.
    """
    if created or kwargs.get("update_fields") is not None:
        return
    shown = FileUse.objects.filter(**{files.KINDS[sender]: instance}, published_at__isnull=False)
    with transaction.atomic():
        if shown.exists():
            many_stories.tell_of(Story.objects.filter(pk__in=shown.values("page")), [])
        elif files.public(sender.objects.filter(pk=instance.pk)).exists():
            publishing.count_editions()


@receiver(post_save, sender=Sponsor)
def follow_sponsor(sender: type[Sponsor], instance: Sponsor, created: bool, **kwargs) -> None:
    """An advertisement says who paid for it, wherever it stands."""
    if not created:
        with transaction.atomic():
            many_stories.tell_of(Story.objects.filter(sponsoredpage__sponsor=instance), [])


@receiver(pre_save, sender=Topic)
@receiver(pre_save, sender=Person)
def follow_renaming(sender: type[Model], instance: Topic | Person, **kwargs) -> None:
    """Stories are found by the names they show; their pages, lists and feeds carry them, and lead to their pages."""
    shown_in = {Topic: "story_topics__tag", Person: "bylines__person"}[sender]
    before = sender.objects.filter(pk=instance.pk).exclude(name=instance.name, slug=instance.slug).first()
    if before is None:
        return
    if before.name != instance.name:
        search_rows.renew_on_commit(instance)
    stories = Story.objects.filter(pk__in=Story.objects.filter(**{shown_in: instance.pk}).values("pk"))
    many_stories.tell_of(stories, [instance.feed_scope])
