"""The newspaper, served from this folder alone: `make demo`, or `python -m newsroom.demo`.

A free port, a database, its tables, a seeded paper, collected static files, a production server; each step
only when something it depends on has changed. What it keeps is in `var/`; Ctrl-C ends all that it started.
`--develop` (`make run`) serves the same paper with Django's development server instead.
"""
