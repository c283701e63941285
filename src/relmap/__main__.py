"""`python -m relmap` is the `relmap` command."""

import sys

from relmap.cli.main import main

sys.exit(main())
