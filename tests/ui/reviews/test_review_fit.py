"""The wants step says before its questions what the provider does not sell."""

from dataclasses import replace

from mspseat_desktop.domain.edits.people import change_occupant


def test_the_wants_step_says_what_the_provider_does_not_sell(desk):
    firm = desk.client.accountable(desk.seat("Managed IT"))
    desk.bridge.do(change_occupant(replace(firm, service_model="repair")))
    desk.open().show_step("wants")
    assert f"{firm.name} sells repairs" in desk.shown()
    desk.dialog.show_step("gets")
    assert f"{firm.name} sells repairs" not in desk.shown()


def test_the_wants_step_says_nothing_of_a_provider_that_plans_ahead(desk):
    firm = desk.client.accountable(desk.seat("Managed IT"))
    desk.bridge.do(change_occupant(replace(firm, service_model="strategic")))
    desk.open().show_step("wants")
    assert "Lines that do not fit" not in desk.shown()
