"""Points for blocks: what is measured (traits), and the calibrated cards that weigh it."""
