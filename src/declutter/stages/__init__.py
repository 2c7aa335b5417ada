"""The stages: one file, one stage, one idea."""
