"""The book as its head sees it: concentration, exposure, where to invest, stages, load, losses and trend."""
