"""Source to `Document`: decoding, telling HTML from text, and one read-only walk."""
