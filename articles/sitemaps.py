"""What search engines are told about. An advertisement is not."""

from __future__ import annotations

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from .models import HomePage, Person, SectionPage, StandardPage, Story, Topic


class StorySitemap(Sitemap):
    """Published stories, newest first. `lastmod` is the last change of substance."""

    limit = 5000

    def items(self):
        return Story.objects.published().editorial().latest().defer("body")

    def location(self, item: Story) -> str:
        return item.get_url()

    def lastmod(self, item: Story):
        return item.updated_at or item.published_at


class PageSitemap(Sitemap):
    """Front page, sections, and pages about the paper."""

    def items(self):
        models = (HomePage, SectionPage, StandardPage)
        return [page for model in models for page in model.objects.open_to_all().order_by("path")]

    def location(self, item) -> str:
        return item.get_url()


class HubSitemap(Sitemap):
    """Topics that have stories, and authors."""

    def items(self):
        hubs = [*Topic.objects.filter(story_count__gt=0).order_by("pk"), *Person.objects.order_by("pk")]
        return [*(hub.get_absolute_url() for hub in hubs), reverse("corrections")]

    def location(self, item: str) -> str:
        return item


SITEMAPS = {"stories": StorySitemap, "pages": PageSitemap, "hubs": HubSitemap}
