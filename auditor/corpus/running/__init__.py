"""Shards in, parts out."""
