"""Changes that reach stories from outside `Story.save`: moves, restrictions, deletion."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.contrib.redirects.signal_handlers import create_redirects
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_slug_changed, post_page_move

from . import addresses, publishing
from .models import Person, SectionPage, Show, Story, Topic


@receiver(post_page_move)
def follow_move(sender: type[Page], instance: Page, parent_page_after: Page, **kwargs) -> None:
    """A story's section is its parent in the tree; what it may show follows the restrictions there."""
    with transaction.atomic():
        story = Story.objects.filter(pk=instance.pk).first()
        if story is None:
            publishing.settle_tree(instance)
            return
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
    publishing.settle_tree(instance.page)


@receiver(pre_delete)
def log_deletion(sender: type, instance: object, **kwargs) -> None:
    if sender is Story:
        instance.topics_to_recount = publishing.withdraw(instance)


@receiver(post_delete)
def recount_topics(sender: type, instance: object, **kwargs) -> None:
    if sender is Story:
        publishing.count_topics(instance.topics_to_recount)


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
        addresses.moved(instance, before)
