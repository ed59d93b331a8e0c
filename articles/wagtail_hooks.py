from __future__ import annotations

from wagtail.snippets.models import register_snippet

from .admin.viewsets import NewsroomGroup

register_snippet(NewsroomGroup)
