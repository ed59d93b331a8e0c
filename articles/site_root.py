"""Where a site starts: its front page, put where Wagtail left a welcome page."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat
from wagtail.models import Page, Site

from .models import HomePage, User

DEFAULT_PORTS = {"http": 80, "https": 443}


def plant(title: str, owner: User | None = None) -> HomePage:
    """A front page at the root, named `title`, with the default site pointing to it under the configured address."""
    root = Page.get_first_root_node()
    welcome = list(root.get_children())
    # Their slug is wanted, and the site still points to one. Not by `save`, which would leave redirects behind.
    root.get_children().update(slug=Concat(Value("old-"), Cast("pk", CharField())))
    home = root.add_child(instance=HomePage(title=title, slug="home", owner=owner))
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    site.root_page = home
    site.site_name = title
    site.hostname = address.hostname or "localhost"
    site.port = address.port or DEFAULT_PORTS.get(address.scheme, 80)
    site.save()
    for page in welcome:
        page.specific.delete()
    home.refresh_from_db()
    return home
