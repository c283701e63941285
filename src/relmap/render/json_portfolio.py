"""`relmap portfolio --format json`, version 1."""

from collections.abc import Sequence
from typing import Literal

from relmap import __version__
from relmap.assess.assessment import AssessedAccount
from relmap.assess.figures import in_percent
from relmap.measures.concentration import ProfileLine
from relmap.model.json_schema import schema_id
from relmap.portfolio.values import Advice, Change, Effort, LossOfOne, Portfolio, TrendPeriod
from relmap.render import json_portfolio_types as published
from relmap.render.json_account import figure
from relmap.render.json_book import book, profile_line
from relmap.render.json_book_types import ProfileLine as PublishedLine
from relmap.render.json_rubric import rubric
from relmap.render.json_text import encode_lines
from relmap.render.json_types import Tool
from relmap.render.portfolio_words import why_text

SCHEMA_ID = schema_id("portfolio-v1")
VERSION: Literal[1] = 1


def portfolio_json(found: Portfolio) -> str:
    """Return a portfolio; ends with a newline."""
    advice = {each.account.row.id: each for each in found.advice}
    accounts = [_account(entry, advice.get(entry.row.id), found) for entry in found.accounts]
    document = _document(found, accounts)
    return encode_lines({**document, "accounts": iter(accounts)})


def _document(found: Portfolio, accounts: list[published.Account]) -> published.Document:
    assessment = found.assessment
    return {
        "schema": SCHEMA_ID,
        "version": VERSION,
        "tool": Tool(name="relmap", version=__version__),
        "as_of": assessment.as_of.isoformat(),
        "period": assessment.period or None,
        "rubric": rubric(assessment.settings),
        "book": book(assessment),
        "profit_lines": _lines(found.profit_lines),
        "pareto": [
            {
                "group": point.group,
                "name": point.name,
                "amount": point.amount,
                "share": point.share * 100,
                "cumulative": point.cumulative * 100,
            }
            for point in found.pareto
        ],
        "stages": [
            {
                "stage": count.stage,
                "headline": count.headline,
                "earned": count.earned,
                "theirs": count.theirs,
                "ours": count.ours,
            }
            for count in found.stages
        ],
        "losses": [_loss(loss) for loss in found.losses],
        "years": [_year(year) for year in found.years],
        "quarters": [_quarter(quarter) for quarter in found.quarters],
        "accounts": accounts,
    }


def _lines(lines: Sequence[ProfileLine]) -> list[PublishedLine]:
    return [profile_line(line) for line in lines]


def _account(entry: AssessedAccount, advice: Advice | None, found: Portfolio) -> published.Account:
    row, figures = entry.row, entry.figures
    return {
        "id": row.id,
        "name": row.name,
        "owner": row.owner,
        "tier": row.tier,
        "status": row.status,  # type: ignore[typeddict-item]
        "group": entry.group,
        "revenue": entry.revenue,
        "share": figure(figures["share"]),
        "exposure": figure(figures["exposure"]),
        "health": figure(figures["health"]),
        "band": figure(figures["health.band"]),
        "stage": figure(figures["stage"]),
        "stage_earned": figure(figures["stage.earned"]),
        "stage_theirs": figure(figures["stage.theirs"]),
        "stage_ours": figure(figures["stage.ours"]),
        "advice": _advice(advice, found) if advice else None,
        "effort": _effort(advice.case.effort) if advice else None,
    }


def _advice(advice: Advice, found: Portfolio) -> published.Advice:
    return {
        "move": advice.move.value if advice.move else None,
        "possible": [move.value for move in advice.possible],
        "aim": advice.aim,  # type: ignore[typeddict-item]
        "room": advice.room,
        "potential": advice.case.potential,
        "revenue": advice.case.revenue,
        "profit": advice.profit,
        "pays": advice.pays,
        "year": advice.case.year,
        "missing": list(advice.missing),  # type: ignore[arg-type]  # words of Missing
        "why": why_text(advice, found.assessment.settings),
    }


def _effort(effort: Effort) -> published.Effort:
    return {
        "fit": effort.fit,
        "possible": list(effort.possible),
        "aim": effort.aim,  # type: ignore[typeddict-item]
        "touchpoints": effort.touchpoints,
        "touchpoints_least": effort.least,
        "touchpoints_most": effort.most,
        "cost": effort.cost,
        "cost_most": effort.cost_most,
    }


def _loss(loss: LossOfOne) -> published.Loss:
    return {
        "group": loss.group,
        "name": loss.name,
        "accounts": list(loss.accounts),
        "revenue": loss.revenue,
        "share": loss.share * 100,
        "gross_profit": loss.gross_profit,
        "hhi_after": loss.hhi_after,
        "largest_after": None if loss.largest_after is None else loss.largest_after * 100,
        "largest_name": loss.largest_name or None,
        "fragility_after": figure(in_percent(loss.fragility_after)),
        "freed": list(loss.freed),
        "key_accounts": loss.key_accounts,
    }


def _year(year: TrendPeriod) -> published.Year:
    return {
        "year": str(year.period),
        "revenue": year.revenue,
        "gross_profit": year.gross_profit,
        "accounts": year.accounts,
        "accounts_with_profit": year.profits,
        "without_figures": year.without,
        "largest": year.largest * 100,
        "hhi": year.hhi,
        "change": year.change.percent,
        "compared": year.change.accounts,
        "reason": year.change.reason or None,
    }


def _quarter(quarter: TrendPeriod) -> published.Quarter:
    return {
        "quarter": str(quarter.period),
        "revenue": quarter.revenue,
        "gross_profit": quarter.gross_profit,
        "accounts": quarter.accounts,
        "accounts_with_profit": quarter.profits,
        "without_figures": quarter.without,
        "largest": quarter.largest * 100,
        "hhi": quarter.hhi,
        "before": _change(quarter.change),
        "year_before": _change(quarter.year_change),
    }


def _change(change: Change) -> published.Change:
    return {"change": change.percent, "compared": change.accounts, "reason": change.reason or None}
