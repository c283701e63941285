"""What every generated document says of itself."""

GENERATED = "<!-- Written by `python -m tools.write_docs` from the code's own descriptions. -->\n"
