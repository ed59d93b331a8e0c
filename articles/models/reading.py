from __future__ import annotations

from http import HTTPMethod

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from wagtail.models import PageViewRestriction

from articles.permissions import DeskPermissions


class Reading:
    """How a page of the site may be asked for: it is read, and nothing is sent to it; and who may change it.

    A base before `Page`.
    """

    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]

    def get_view_restrictions(self) -> QuerySet:
        """Wagtail's own rule in one statement; in none for a page that was fetched `with_privacy` and is open."""
        if self.alias_of_id:
            return super().get_view_restrictions()
        if getattr(self, "is_restricted", True):
            here_and_above = [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
            return PageViewRestriction.objects.filter(page__path__in=here_and_above)
        return PageViewRestriction.objects.none()

    def is_open_to(self, request: HttpRequest) -> bool:
        """Whether whoever asks would be shown anything at the page's address."""
        try:
            self.route(request, [])
        except Http404:
            return False
        return all(restriction.accept_request(request) for restriction in self.get_view_restrictions())

    def update_aliases(self, **kwargs) -> None:
        """Of a page that is only being scheduled, Wagtail would publish the aliases at once."""
        if self.live or self.alias_of_id:  # an alias hands on to its own aliases what a live page gave it
            super().update_aliases(**kwargs)

    update_aliases.alters_data = True

    def permissions_for_user(self, user: AbstractBaseUser) -> DeskPermissions:
        return DeskPermissions(user, self)
