"""An archive of synthetic stories, written in bulk, to try the site at the size that it is built for."""
