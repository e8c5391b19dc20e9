def test_less_motion_is_ticked_holds_for_the_open_chart_and_is_remembered(program):
    tick = program.window.actions_table["less-motion"]
    program.act("less-motion")
    assert not tick.isChecked()
    program.open_sample()
    assert program.view.chart.gliding.is_wanted
    program.act("less-motion")
    assert tick.isChecked()
    assert not program.view.chart.gliding.is_wanted
    assert program.window.desk.settings.flag("less-motion", start=False)
