"""The command line: options, one use case, one renderer, an exit code. Only here: print, exit and the terminal."""
