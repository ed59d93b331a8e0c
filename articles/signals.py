"""Changes that reach stories from outside `Story.save`: moves, restrictions, deletion."""

from __future__ import annotations

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

from . import publishing
from .models import SectionPage, Story


@receiver(post_page_move)
def follow_move(sender: type[Page], instance: Page, parent_page_after: Page, **kwargs) -> None:
    """A story's section is its parent in the tree; what it may show follows the restrictions there."""
    with transaction.atomic():
        story = Story.objects.filter(pk=instance.pk).first()
        if story is None:
            publishing.settle_tree(instance)
            return
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
