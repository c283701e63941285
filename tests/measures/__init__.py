"""The measures, each against its paragraph of the specification."""
