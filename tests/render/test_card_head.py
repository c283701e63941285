"""What stands first on a card: who they are and where they rank by revenue."""

from dataclasses import replace

import pytest

from relmap.render.card_head import lead_cells

from .screens import card


def worth(account: str, book: str = "meridian") -> str:
    return lead_cells(*card(account, book))[1].text.replace("\u202f", " ")


@pytest.mark.parametrize(
    ("account", "said"),
    [
        ("haldermark-marine", "EUR 3 640 000 in FY2025, 30 % of the book's revenue, the largest of 11 customers."),
        ("vindskar-turbines", "15 % of the book's revenue, 2nd of 11 customers."),
        ("tarnholt-group", "1.2 % of the book's revenue. With its 2 divisions it makes 11 %, 3rd of 11 customers."),
        ("kestrelby-pumps", "Part of Kestrelby Holding, which makes 11 % altogether, 4th of 11 customers."),
        ("greyfall-textiles", "0.5 % of the book's revenue, 11th of 11 customers."),
        ("sundvik-cranes", "Revenue in FY2025 is not known."),
        ("fermanova-bio", "No revenue in FY2025."),
    ],
)
def test_the_rank_by_revenue_is_that_of_the_whole_customer(account: str, said: str) -> None:
    assert worth(account).endswith(said)


@pytest.mark.parametrize(
    ("rank", "said"), [(1, "the largest"), (3, "3rd"), (11, "11th"), (21, "21st"), (22, "22nd"), (112, "112th")]
)
def test_ranks_are_written_as_people_say_them(rank: int, said: str) -> None:
    assessment, shown = card("haldermark-marine")
    mine = assessment.revenue.customers[0]
    larger = [mine._replace(group=f"g{number}", amount=mine.amount + 1) for number in range(rank - 1)]
    revenue = replace(assessment.revenue, customers=(*larger, mine, mine._replace(group="less", amount=1.0)))
    text = lead_cells(replace(assessment, revenue=revenue), shown)[1].text
    assert text.endswith(f", {said} of {rank + 1} customers.")


def test_the_only_customer_has_no_rank() -> None:
    assessment, shown = card("haldermark-marine")
    revenue = replace(assessment.revenue, customers=assessment.revenue.customers[:1])
    assert lead_cells(replace(assessment, revenue=revenue), shown)[1].text.endswith(", the only customer with figures.")


def test_equal_revenue_shares_a_rank() -> None:
    assessment, shown = card("vindskar-turbines")
    first, second, *others = assessment.revenue.customers
    revenue = replace(assessment.revenue, customers=(first, second, second._replace(group="twin"), *others))
    assert ", 2nd of 12 customers" in lead_cells(replace(assessment, revenue=revenue), shown)[1].text
