"""Schema version 3: evidence, voices, own questions, signatures, candidates, forms. Frozen."""

SQL = """
ALTER TABLE answer ADD COLUMN seen_by TEXT NOT NULL DEFAULT '';
ALTER TABLE answer ADD COLUMN seen_on TEXT NOT NULL DEFAULT '';
ALTER TABLE answer ADD COLUMN reference TEXT NOT NULL DEFAULT '';
ALTER TABLE answer ADD COLUMN file TEXT NOT NULL DEFAULT '';
ALTER TABLE answer ADD COLUMN file_name TEXT NOT NULL DEFAULT '';

ALTER TABLE review ADD COLUMN blind INTEGER NOT NULL DEFAULT 0;
ALTER TABLE review ADD COLUMN revealed_at TEXT NOT NULL DEFAULT '';

ALTER TABLE action ADD COLUMN origin TEXT NOT NULL DEFAULT '';
ALTER TABLE action ADD COLUMN part TEXT NOT NULL DEFAULT '';
ALTER TABLE action ADD COLUMN dropped_because TEXT NOT NULL DEFAULT '';

CREATE TABLE form (
    id TEXT PRIMARY KEY NOT NULL,
    chart TEXT NOT NULL DEFAULT 'current',
    seat TEXT NOT NULL,
    occupant TEXT NOT NULL,
    day TEXT NOT NULL,
    bank TEXT NOT NULL,
    version INTEGER NOT NULL,
    asked TEXT NOT NULL,
    digest TEXT NOT NULL,
    returned_on TEXT NOT NULL,
    FOREIGN KEY (chart, seat) REFERENCES seat (chart, id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (occupant) REFERENCES occupant (id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE voice (
    id TEXT PRIMARY KEY NOT NULL,
    review TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    given_on TEXT NOT NULL,
    form TEXT,
    answers TEXT NOT NULL,
    FOREIGN KEY (review) REFERENCES review (id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (form) REFERENCES form (id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE bank_question (
    id TEXT PRIMARY KEY NOT NULL,
    chart TEXT NOT NULL DEFAULT 'current',
    bank TEXT NOT NULL,
    question TEXT NOT NULL,
    position INTEGER NOT NULL,
    hidden INTEGER NOT NULL,
    seat TEXT,
    letter TEXT NOT NULL,
    words TEXT NOT NULL,
    provider_words TEXT NOT NULL,
    ask_to_see TEXT NOT NULL,
    deciding INTEGER NOT NULL,
    FOREIGN KEY (chart, seat) REFERENCES seat (chart, id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE signature (
    id TEXT PRIMARY KEY NOT NULL,
    review TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    of_whom TEXT NOT NULL,
    day TEXT NOT NULL,
    FOREIGN KEY (review) REFERENCES review (id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE comparison (
    id TEXT PRIMARY KEY NOT NULL,
    chart TEXT NOT NULL DEFAULT 'current',
    seat TEXT NOT NULL,
    day TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    chosen TEXT,
    notes TEXT NOT NULL,
    FOREIGN KEY (chart, seat) REFERENCES seat (chart, id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (chosen) REFERENCES occupant (id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE candidate (
    id TEXT PRIMARY KEY NOT NULL,
    comparison TEXT NOT NULL,
    occupant TEXT NOT NULL,
    position INTEGER NOT NULL,
    fee TEXT NOT NULL,
    referees TEXT NOT NULL,
    notes TEXT NOT NULL,
    FOREIGN KEY (comparison) REFERENCES comparison (id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (occupant) REFERENCES occupant (id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX form_seat ON form (seat);
CREATE INDEX form_occupant ON form (occupant);
CREATE INDEX voice_review ON voice (review);
CREATE INDEX voice_form ON voice (form);
CREATE INDEX bank_question_seat ON bank_question (seat);
CREATE INDEX signature_review ON signature (review);
CREATE INDEX comparison_seat ON comparison (seat);
CREATE INDEX comparison_chosen ON comparison (chosen);
CREATE INDEX candidate_comparison ON candidate (comparison);
CREATE INDEX candidate_occupant ON candidate (occupant);
"""
