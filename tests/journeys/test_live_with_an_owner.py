"""The journey "live with an owner": a new client's chart by keyboard only, counted."""

from __future__ import annotations

from world import outline

BUDGET = 70


def test_a_chart_is_made_with_its_owner_within_the_budget(program):
    hand = program.hand

    def name(who: str, *keys: str) -> None:
        hand.press(*keys, "Ctrl+Return")
        hand.type(who)
        hand.press("Return")

    hand.press("Ctrl+N")
    hand.type("Harbor Pine")
    hand.press("Return")

    hand.press("F2")
    hand.type("President")
    hand.press("Return")
    name("Dana Whitfield")
    hand.press("Down", "F2")
    hand.type("Integrator")
    hand.press("Return")
    name("Ellen Brandt")
    name("Joel Kim", "Down")
    for title, key in (("Service desk", "Tab"), ("Field", "Return"), ("Workshop", "Return")):
        hand.press(key)
        hand.type(title)
        hand.press("Return")
    name("Ana Reyes")
    name("Piet Vries", "Left")
    name("Tom Okafor", "Up", "Left")
    hand.press("Right", "Right", "Ctrl+Return")
    hand.type("Clearledger Ltd")
    hand.press("Down", "Return")
    name("Northbeam IT", "Down")

    client = program.client
    assert outline(client) == [
        "President",
        "  Integrator",
        "    Sales and Marketing",
        "    Operations",
        "      Service desk",
        "      Field",
        "      Workshop",
        "    Accounting",
        "      Managed IT and Security",
    ]
    held = {}
    for seat in client.chart():
        holder = client.accountable(seat)
        held[client.seat(seat).title] = (holder.name, holder.kind) if holder else None
    assert held == {
        "President": ("Dana Whitfield", "person"),
        "Integrator": ("Ellen Brandt", "person"),
        "Sales and Marketing": ("Tom Okafor", "person"),
        "Operations": ("Joel Kim", "person"),
        "Service desk": None,
        "Field": ("Piet Vries", "person"),
        "Workshop": ("Ana Reyes", "person"),
        "Accounting": ("Clearledger Ltd", "provider"),
        "Managed IT and Security": ("Northbeam IT", "provider"),
    }
    assert hand.actions <= BUDGET, f"{hand.actions} actions"
