"""From files to data: find, read, guard, parse, locate, validate, resolve references."""
