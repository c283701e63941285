"""Every page of the manual, in the order of reading: what a relationship is, what hangs on it, and the whole book."""

from relmap.manual.page import Page
from relmap.manual.topics import (
    concentration,
    coverage,
    dependence,
    equity,
    exposure,
    health,
    map,  # noqa: A004  (the measure's name)
    promises,
    resilience,
    review,
    roles,
    share,
    stage,
    standing,
    support,
    threads,
    trust,
    wallet,
)

PAGES: tuple[Page, ...] = (
    health.PAGE,
    stage.PAGE,
    standing.PAGE,
    trust.PAGE,
    promises.PAGE,
    map.PAGE,
    coverage.PAGE,
    support.PAGE,
    threads.PAGE,
    roles.PAGE,
    resilience.PAGE,
    equity.PAGE,
    wallet.PAGE,
    dependence.PAGE,
    review.PAGE,
    share.PAGE,
    exposure.PAGE,
    concentration.PAGE,
)
PAGES_BY_ID = {page.id: page for page in PAGES}
