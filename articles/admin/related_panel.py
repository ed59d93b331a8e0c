"""The Related tab's answer to “what will stand below my story, and why?”."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from articles import related
from articles.story_page import StoryPageFeeds


class RelatedPreviewPanel(Panel):
    """Shows “More for you” as readers would see it now, with score, shared topics and their weights. Read-only."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "articles/admin/related_preview.html"

        def get_context_data(self, parent_context: dict | None = None) -> dict:
            context = super().get_context_data(parent_context)
            story = self.instance
            topics = story.topic_list
            weight = related.weights(topics)
            context["weights"] = sorted(
                ((topic, weight[topic.pk]) for topic in topics), key=lambda pair: pair[1], reverse=True
            )
            scores = {candidate.pk: candidate.score for candidate in related.ranked(story.pk or 0, topics, 50)}
            context["rows"] = [(card, scores.get(card.pk)) for card in StoryPageFeeds(story).more]
            return context


def related_preview() -> RelatedPreviewPanel:
    return RelatedPreviewPanel(
        heading=_("What readers see now"),
        help_text=_("By the topics of the draft you opened. Save and reload to see the effect of a change."),
    )
