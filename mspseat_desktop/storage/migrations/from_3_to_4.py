"""Schema version 4: how a chart stands, second reporting lines, kept charts with steps. Frozen."""

SQL = """
ALTER TABLE profile ADD COLUMN layout TEXT NOT NULL DEFAULT 'down';
ALTER TABLE profile ADD COLUMN compact INTEGER NOT NULL DEFAULT 0;

ALTER TABLE seat ADD COLUMN layout TEXT NOT NULL DEFAULT '';
ALTER TABLE seat ADD COLUMN assistant INTEGER NOT NULL DEFAULT 0;

CREATE TABLE second_line (
    chart TEXT NOT NULL,
    id TEXT NOT NULL,
    seat TEXT NOT NULL,
    to_seat TEXT NOT NULL,
    about TEXT NOT NULL,
    PRIMARY KEY (chart, id),
    FOREIGN KEY (chart, seat) REFERENCES seat (chart, id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (chart, to_seat) REFERENCES seat (chart, id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX second_line_seat ON second_line (seat);
CREATE INDEX second_line_to_seat ON second_line (to_seat);

ALTER TABLE chart ADD COLUMN day TEXT NOT NULL DEFAULT '';
ALTER TABLE chart ADD COLUMN note TEXT NOT NULL DEFAULT '';

ALTER TABLE step ADD COLUMN chart TEXT NOT NULL DEFAULT 'current';
"""
