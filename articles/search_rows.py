"""The search index rows of stories whose topic or author has got another name."""

from __future__ import annotations

from functools import partial
from itertools import batched
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import transaction
from django_tasks import task
from modelsearch.backends import get_search_backend

if TYPE_CHECKING:
    from .models import Person, Topic

BATCH = 500
"""How many stories are locked and written at once."""


def renew_on_commit(named: Topic | Person) -> None:
    """Have the stories that show the name found by it. A worker does that: there may be very many."""
    transaction.on_commit(partial(renew.enqueue, named._meta.model_name, named.pk))


@task()
def renew(model_name: str, pk: int) -> None:
    """Write the rows of a topic's or a person's stories anew, newest first."""
    from .models import Story

    shown_in = {"topic": "story_topics__tag", "person": "bylines__person"}[model_name]
    for model in (model for model in apps.get_models() if issubclass(model, Story) and model.story_kind):
        keys = model.objects.filter(**{shown_in: pk}).order_by("-pk").values_list("pk", flat=True).distinct()
        for batch in batched(list(keys), BATCH, strict=False):
            _write(model, batch)


@transaction.atomic
def _write(model: type, keys: tuple[int, ...]) -> None:
    """The stories are locked: one that is being published has its row written after, or by, its publication."""
    stories = model.get_indexed_objects().filter(pk__in=keys).prefetch_related("bylines__person").order_by("pk")
    get_search_backend().add_bulk(model, list(stories.select_for_update(of=("self",))))
