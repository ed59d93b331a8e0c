"""What every environment shares. Secrets, hosts and addresses come from the environment."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP
from font_source_serif_pro import font_files_ttf

from articles.providers import FRAME_HOSTS

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = BASE_DIR / "var"
"""Everything that running writes: database, media, collected static files. Not in git."""

INSTALLED_APPS = [
    "articles",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "wagtailmedia",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "newsroom.delivery.headers.ContentSecurityPolicyByPath",
    "newsroom.delivery.headers.permissions_policy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.delivery.health.Probes",
    "newsroom.delivery.requests.RefuseNullBytes",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "newsroom.access.second_factor.SecondFactor",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "articles.addresses.former_addresses",
    "articles.addresses.OpenRedirects",
    "articles.machine_use.in_headers",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
AUTH_USER_MODEL = "articles.User"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "articles.masthead.masthead",
            ],
        },
    },
]


def database_from_url(url: str) -> dict:
    """Django's settings for a PostgreSQL URL, `postgresql://user:password@host:port/name`; ValueError for another kind.

    A socket folder is given as the query `?host=/run/postgresql`.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError(f"DATABASE_URL must start with postgresql://, not {parts.scheme}://")
    options = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(options.pop("host", "") or parts.hostname or ""),
        "PORT": str(parts.port or options.pop("port", "")),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {name: unquote(value) for name, value in options.items()},
    }


DATABASES = {"default": database_from_url(os.environ.get("DATABASE_URL", "postgresql:///newsroom"))}

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "default"},
    # What is known by its edition: feeds, sitemaps, Markdown. Apart, so that no reader can push other things out.
    "editions": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "editions",
        "OPTIONS": {"MAX_ENTRIES": 300},
    },
    # Stories as feeds show them, for every feed that they are in.
    "texts": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "texts",
        "TIMEOUT": 3600,
        "OPTIONS": {"MAX_ENTRIES": 2_000},
    },
    # A picture's sizes are looked up for every card; this keeps them out of the database.
    "renditions": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "renditions",
        "TIMEOUT": 3600,
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
}

TASKS = {"default": {"BACKEND": "newsroom.immediate_tasks.Backend"}}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Logging in: newsroom/access. Attempts are counted in the default cache.

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
REQUIRE_SECOND_FACTOR = False
"""Whether those who publish or administrate need one. Production asks for it."""
ACCOUNT_ADAPTER = "newsroom.access.accounts.Accounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # administrators make the accounts and give them their addresses
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = EMAIL_SUBJECT_PREFIX = "[Newsroom] "
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False  # or who may not enter the desk is sent to and fro
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/5m/key", "reset_password": "10/m/ip,3/5m/key"}
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Newsroom"
MFA_TOTP_TOLERANCE = 1
WAGTAIL_PASSWORD_RESET_ENABLED = False  # Wagtail's own way in knows no second factor
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False

# The API: articles/api. Requests are counted in the default cache.

REST_FRAMEWORK = {"DEFAULT_THROTTLE_RATES": {"stories": "60/min"}, "NUM_PROXIES": 0}

LANGUAGE_CODE = "en"
TIME_ZONE = os.environ.get("TIME_ZONE", "UTC")
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT", VAR_DIR / "static"))
STATICFILES_DIRS = [BASE_DIR / "newsroom" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(os.environ.get("MEDIA_ROOT", VAR_DIR / "media"))
MEDIA_ACCEL_LOCATION = os.environ.get("MEDIA_ACCEL_LOCATION", "")
"""Where a web server in front has the media folder for itself alone (nginx: `internal`); empty: the app sends files."""
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# Telling others of news: articles/consumers.py.

WEBSUB_OWN_HUB = True
WEBSUB_HUBS = os.environ.get("WEBSUB_HUBS", "").split()
"""Hubs of others that our feeds name beside our own, and that are told of news."""
INDEXNOW_KEY = os.environ.get("INDEXNOW_KEY", "")
"""8 to 128 letters, digits and hyphens; empty: search engines are told nothing."""
if INDEXNOW_KEY and not re.fullmatch(r"[A-Za-z0-9-]{8,128}", INDEXNOW_KEY):
    raise ImproperlyConfigured("INDEXNOW_KEY must be 8 to 128 letters, digits and hyphens.")
INDEXNOW_ENDPOINT = "https://api.indexnow.org/indexnow"
OUTGOING_ALLOWED_NETWORKS: list[str] = []
"""Private networks that our own requests may go to, against the rule."""

# Security: see newsroom/delivery/headers.py for which policy holds where.

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "media-src": [CSP.SELF, "https:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "frame-src": list(FRAME_HOSTS),
    "manifest-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.SELF],
}
ADMIN_CSP = SECURE_CSP | {
    "script-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, "data:", "blob:"],
    "media-src": [CSP.SELF, "blob:"],
    "frame-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
}
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_AGE = 12 * 60 * 60  # idle: each request begins it anew
SESSION_SAVE_EVERY_REQUEST = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = False
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

WAGTAILREDIRECTS_AUTO_CREATE = False  # articles/signals.py does, without one redirect a story when a section moves
SHARE_FONT = font_files_ttf["SourceSerifProSemibold"]
"""What drawn link previews are set in: Latin, Greek, Cyrillic. For other letters, name another TrueType file."""

WAGTAIL_SITE_NAME = "Newsroom"
WAGTAILADMIN_BASE_URL = os.environ.get("BASE_URL", "http://127.0.0.1:8000")
WAGTAILIMAGES_IMAGE_MODEL = "articles.NewsImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "articles.admin.images.NewsImageForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 25 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
WAGTAILMEDIA = {
    "MEDIA_MODEL": "articles.NewsMedia",
    "AUDIO_EXTENSIONS": ["aac", "m4a", "mp3", "ogg", "opus", "wav"],
    "VIDEO_EXTENSIONS": ["mp4", "webm"],
}
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "ods", "odt", "pdf", "txt", "xlsx", "zip"]
WAGTAILEMBEDS_FINDERS: list[dict] = []
WAGTAILADMIN_RICH_TEXT_EDITORS = {"default": {"WIDGET": "articles.admin.rich_text.ProseEditor"}}
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILADMIN_COMMENTS_ENABLED = True
WAGTAIL_ALLOW_UNICODE_SLUGS = True
TAGGIT_CASE_INSENSITIVE = True
WAGTAIL_TAG_LIMIT = 10

WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "newsroom.search_backend", "SEARCH_CONFIG": "newsroom_english"},
}

DEMO_SKETCHES = os.environ.get("DEMO_SKETCHES", "") == "1"
"""Whether `seed_demo` makes small pictures and short recordings, which tests can do with."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("LOG_LEVEL", "WARNING")},
    # Django's own handlers would print INFO and mail errors as well.
    "loggers": {"django": {"handlers": [], "level": "NOTSET", "propagate": True}},
}
