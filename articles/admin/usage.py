"""Where a topic or a person is used, though a hundred thousand stories use it. Wagtail's own pages read every use."""

from __future__ import annotations

from functools import reduce
from itertools import groupby
from operator import itemgetter, or_

from django.db.models import PROTECT, Q
from django.utils.functional import cached_property
from wagtail.models import ReferenceIndex
from wagtail.models.reference_index import ReferenceGroups
from wagtail.snippets.views.snippets import DeleteView, SnippetViewSet, UsageView


class Uses(ReferenceGroups):
    """References by where they stand; what is asked of them costs what is shown, not what there is."""

    def __getitem__(self, shown: slice) -> list:
        by_type = groupby(self.qs.values_list("base_content_type", "object_id").distinct()[shown], itemgetter(0))
        places = [Q(base_content_type=kind, object_id__in=[key for _kind, key in found]) for kind, found in by_type]
        return list(ReferenceGroups(self.qs.filter(reduce(or_, places)))) if places else []

    @cached_property
    def is_protected(self) -> bool:
        """Answered by one reference from each field that refers to it."""
        path = ("content_type", "model_path")
        return any(reference.on_delete == PROTECT for reference in self.qs.order_by(*path).distinct(*path))


class PagedUsageView(UsageView):
    def get_queryset(self) -> Uses:
        return Uses(ReferenceIndex.get_references_to(self.object))


class DeleteUsedView(DeleteView):
    def get_usage(self) -> Uses:
        return Uses(ReferenceIndex.get_references_to(self.object))


class UsedInStories(SnippetViewSet):
    """A listing of what very many stories may use."""

    delete_view_class = DeleteUsedView
    usage_view_class = PagedUsageView
