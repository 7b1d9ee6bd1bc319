"""Auditing inside the packages that people crawl and filter with. Each module needs its own package installed."""
