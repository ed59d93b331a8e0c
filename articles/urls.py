"""Addresses that other programs rely on. Everything else is a page in the tree."""

from __future__ import annotations

from django.urls import path, re_path

from . import indexnow, views
from .api.openapi import openapi
from .api.stories import router
from .feeds.delivery import feed, podcast_feed
from .feeds.partners import partner_feed
from .llms import llms
from .machine_use import robots, tdmrep
from .markdown import markdown
from .review import review
from .share_images import share_image
from .sitemaps.views import news_sitemap, sitemap, sitemap_index, video_sitemap
from .timed_text import captions, chapters
from .websub.hub import hub

SCOPE = r"(?P<path>[\w-]+(?:/[\w-]+){0,3})"

urlpatterns = [
    path("topics/", views.topics, name="topics"),
    path("topics/<str:slug>/", views.topic, name="topic"),
    path("people/", views.people, name="people"),
    path("people/<slug:slug>/", views.person, name="person"),
    path("podcasts/", views.shows, name="shows"),
    path("podcasts/<slug:slug>/", views.show, name="show"),
    path("podcasts/<slug:slug>/feed.xml", podcast_feed, name="podcast-feed"),
    path("podcasts/<slug:slug>/archive/<str:page>.xml", podcast_feed, name="podcast-feed-archive"),
    path("search/", views.search, name="search"),
    path("corrections/", views.corrections, name="corrections"),
    path("feeds/", views.feeds, name="feeds"),
    path("websub/", hub, name="websub"),
    re_path(r"^(?P<key>[A-Za-z0-9-]{8,128})\.txt$", indexnow.key, name="indexnow-key"),
    re_path(rf"^feeds/{SCOPE}/archive/(?P<page>[\d-]+)\.(?P<form>rss|atom|json)$", feed, name="feed-archive"),
    re_path(rf"^feeds/{SCOPE}\.(?P<form>rss|atom|json)$", feed, name="feed"),
    re_path(r"^partners/(?P<token>[\w.-]+)\.(?P<form>rss|atom|json)$", partner_feed, name="partner-feed"),
    path("api/v2/", router.urls),
    path("api/openapi.json", openapi, name="openapi"),
    path("captions/<uuid:uid>.vtt", captions, name="captions"),
    path("chapters/<uuid:uid>.json", chapters, name="chapters"),
    path("review/<str:token>/", review, name="review"),
    path("share/<uuid:uid>/<slug:digest>.png", share_image, name="share-image"),
    path("robots.txt", robots, name="robots"),
    path(".well-known/tdmrep.json", tdmrep, name="tdmrep"),
    path("llms.txt", llms, name="llms"),
    re_path(r"^(?P<path>[^/]+/[^/]+)\.md$", markdown, name="markdown"),
    path("sitemap.xml", sitemap_index, name="sitemap-index"),
    path("sitemap-<str:name>.xml", sitemap, name="sitemap"),
    path("news-sitemap.xml", news_sitemap, name="news-sitemap"),
    path("video-sitemap.xml", video_sitemap, name="video-sitemap"),
]
