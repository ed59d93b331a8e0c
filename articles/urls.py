"""Addresses that other programs rely on. Everything else is a page in the tree."""

from __future__ import annotations

from django.contrib.sitemaps.views import index as sitemap_index
from django.contrib.sitemaps.views import sitemap
from django.urls import path, re_path
from django.views.decorators.http import require_safe

from . import views
from .feeds.rss import rss
from .review import review
from .sitemaps import SITEMAPS

urlpatterns = [
    path("topics/", views.topics, name="topics"),
    path("topics/<str:slug>/", views.topic, name="topic"),
    path("people/", views.people, name="people"),
    path("people/<slug:slug>/", views.person, name="person"),
    path("podcasts/", views.shows, name="shows"),
    path("podcasts/<slug:slug>/", views.show, name="show"),
    path("search/", views.search, name="search"),
    path("corrections/", views.corrections, name="corrections"),
    path("feeds/", views.feeds, name="feeds"),
    re_path(r"^feeds/(?P<path>[\w/-]+)\.(?P<form>rss)$", rss, name="feed"),
    path("captions/<uuid:uid>.vtt", views.captions, name="captions"),
    path("review/<str:token>/", review, name="review"),
    path("robots.txt", views.robots, name="robots"),
    path(
        "sitemap.xml",
        require_safe(sitemap_index),
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap"},
        name="sitemap-index",
    ),
    path("sitemap-<section>.xml", require_safe(sitemap), {"sitemaps": SITEMAPS}, name="sitemap"),
]
