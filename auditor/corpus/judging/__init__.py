"""Stored findings, judged again by other settings."""
