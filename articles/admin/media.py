"""Sound and film in the library."""

from __future__ import annotations

from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtailmedia.views import media as views


def delete(request: HttpRequest, media_id: int) -> HttpResponse:
    """wagtailmedia's own, which fails where a story plays the file; here the editor is told which story does."""
    try:
        return views.delete(request, media_id)
    except ProtectedError as error:
        stories = get_text_list([f"“{story}”" for story in error.protected_objects], _("and"))
        messages.error(request, _("The file is played in %(stories)s. Change that first.") % {"stories": stories})
        return redirect("wagtailmedia:edit", media_id)
