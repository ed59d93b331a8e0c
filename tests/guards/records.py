"""What the database itself keeps, whoever writes to it."""

from __future__ import annotations

from .guard import Guard, altered

RECORD = "test_corrections.py::test_raw_sql_rewrites_no_record"
LABEL = "test_publishing.py::test_raw_sql_cannot_take_an_advertisement_from_its_label"

GUARDS = (
    Guard(
        "a line of the publication log is neither changed nor deleted",
        altered("articles_publication", "DISABLE TRIGGER publication_append_only"),
        (
            f"{RECORD}[DELETE FROM articles_publication]",
            f"{RECORD}[UPDATE articles_publication SET event = 'changed', at = now()]",
        ),
    ),
    Guard(
        "the publication log is not emptied",
        altered("articles_publication", "DISABLE TRIGGER publication_is_not_emptied"),
        (f"{RECORD}[TRUNCATE articles_publication CASCADE]",),
    ),
    Guard(
        "a correction is not deleted",
        altered("articles_correction", "DISABLE TRIGGER correction_is_kept"),
        (f"{RECORD}[DELETE FROM articles_correction]",),
    ),
    Guard(
        "a correction is not changed",
        altered("articles_correction", "DISABLE TRIGGER correction_is_unchanged"),
        (
            f"{RECORD}[UPDATE articles_correction SET text = 'Nothing was wrong.']",
            f"{RECORD}[UPDATE articles_correction SET made_at = now()]",
        ),
    ),
    Guard(
        "the corrections are not emptied",
        altered("articles_correction", "DISABLE TRIGGER correction_is_not_emptied"),
        (f"{RECORD}[TRUNCATE articles_correction]",),
    ),
    Guard(
        "a correction keeps the text before it",
        altered("articles_correction", "DISABLE TRIGGER correction_keeps_its_text"),
        (f"{RECORD}[UPDATE articles_correction SET superseded_id = NULL]",),
    ),
    Guard(
        "no story becomes an advertisement without a label",
        altered("articles_story", "DISABLE TRIGGER story_keeps_its_kind"),
        (f"{LABEL}[made one]", f"{LABEL}[unmade]"),
    ),
    Guard(
        "no advertisement loses its label",
        altered("articles_sponsoredpage", "DISABLE TRIGGER label_is_not_removed"),
        (f"{LABEL}[deleted]", f"{LABEL}[moved]"),
    ),
    Guard(
        "no advertisement is inserted without a label",
        altered("articles_story", "DISABLE TRIGGER story_is_labelled"),
        (f"{LABEL}[inserted]",),
    ),
    Guard(
        "the label of an advertisement is one of the plain ones",
        altered("articles_sponsoredpage", "DROP CONSTRAINT advertisement_is_labelled"),
        ("test_publishing.py::test_raw_sql_cannot_make_an_unlabelled_advertisement",),
    ),
    Guard(
        "an advertisement has a sponsor",
        altered("articles_sponsoredpage", "ALTER sponsor_id DROP NOT NULL"),
        ("test_publishing.py::test_raw_sql_cannot_make_an_unlabelled_advertisement",),
    ),
    Guard(
        "a sponsor has a name",
        altered("articles_sponsor", "DROP CONSTRAINT sponsor_has_a_name"),
        ("test_publishing.py::test_raw_sql_cannot_make_an_unlabelled_advertisement",),
    ),
    Guard(
        "a campaign ends after it starts",
        altered("articles_sponsoredpage", "DROP CONSTRAINT campaign_ends_after_start"),
        ("test_publishing.py::test_campaign_that_ends_before_it_starts_is_refused",),
    ),
)
