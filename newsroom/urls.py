from __future__ import annotations

from django.db import transaction
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.pages.move import MoveConfirmView
from wagtail.documents import urls as wagtaildocs_urls

from articles.admin.access import AddPage
from articles.admin.endings import Unpublish
from newsroom.delivery.media import document, media

urlpatterns = [
    path("admin/", include("newsroom.access.urls")),
    path("admin/pages/<int:parent_page_id>/add_subpage/", require_admin_access(AddPage.as_view())),
    path("admin/pages/<int:page_id>/unpublish/", require_admin_access(Unpublish.as_view())),
    path(
        "admin/pages/<int:page_to_move_id>/move/<int:destination_id>/confirm/",
        require_admin_access(transaction.atomic(MoveConfirmView.as_view())),
    ),
    path("admin/", include(wagtailadmin_urls)),
    re_path(r"^documents/(\d+)/(.*)$", document),
    path("documents/", include(wagtaildocs_urls)),
    re_path(r"^media/(?P<path>.*)$", media),
    path("", include("articles.urls")),
    path("", include(wagtail_urls)),
]
