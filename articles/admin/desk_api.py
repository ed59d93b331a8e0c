"""The admin's own API, but for what is to be asked first: there nobody says why, nor learns what is kept."""

from __future__ import annotations

from django.utils.translation import gettext as _
from rest_framework.exceptions import PermissionDenied
from rest_framework.response import Response
from rest_framework.serializers import Serializer
from wagtail.admin.api.actions.base import APIAction
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.models import Page


class AskedFirst(APIAction):
    serializer = Serializer

    def execute(self, instance: Page, data: dict) -> Response:
        raise PermissionDenied(_("Pages are unpublished and deleted by their forms, which ask what has to be known."))


class Pages(PagesAdminAPIViewSet):
    actions = PagesAdminAPIViewSet.actions | {"unpublish": AskedFirst, "delete": AskedFirst}


def register(api: WagtailAPIRouter) -> None:
    """In the place of Wagtail's own of the same name."""
    api.register_endpoint("pages", Pages)
