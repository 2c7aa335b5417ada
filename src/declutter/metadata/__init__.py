"""Metadata: candidates with their source, then one choice a field."""
