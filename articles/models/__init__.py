from __future__ import annotations

from .addresses import FormerAddress
from .article import ArticlePage
from .corrections import Correction
from .files import FileUse
from .images import NewsImage, NewsRendition
from .media import NewsMedia
from .outbox import DeadLetter, OutboxCursor
from .partners import PartnerFeed
from .people import Byline, Person
from .podcast import PodcastEpisodePage
from .publication import Edition, Ending, Publication
from .related import RelatedExclusion, RelatedPin
from .review import ReviewLink, ReviewView
from .schedule import ScheduleFailure
from .sections import FrontPick, HomePage, SectionPage, StandardPage
from .show import Show
from .site_settings import Masthead
from .sponsored import Sponsor, SponsoredPage
from .story import Story
from .topics import StoryTopic, Topic
from .user import User
from .video import VideoPage
from .websub import FeedSubscription, SubscriptionRequest

__all__ = [
    "ArticlePage",
    "Byline",
    "Correction",
    "DeadLetter",
    "Edition",
    "Ending",
    "FeedSubscription",
    "FileUse",
    "FormerAddress",
    "FrontPick",
    "HomePage",
    "Masthead",
    "NewsImage",
    "NewsMedia",
    "NewsRendition",
    "OutboxCursor",
    "PartnerFeed",
    "Person",
    "PodcastEpisodePage",
    "Publication",
    "RelatedExclusion",
    "RelatedPin",
    "ReviewLink",
    "ReviewView",
    "ScheduleFailure",
    "SectionPage",
    "Show",
    "Sponsor",
    "SponsoredPage",
    "StandardPage",
    "Story",
    "StoryTopic",
    "SubscriptionRequest",
    "Topic",
    "User",
    "VideoPage",
]
