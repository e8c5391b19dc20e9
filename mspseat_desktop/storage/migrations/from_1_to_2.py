"""Schema version 2: contacts, coverage, what is accepted, pictures. Frozen once released."""

SQL = """
ALTER TABLE profile ADD COLUMN logo TEXT NOT NULL DEFAULT '';
ALTER TABLE profile ADD COLUMN mark TEXT NOT NULL DEFAULT '';
ALTER TABLE profile ADD COLUMN responsibility_word TEXT NOT NULL DEFAULT 'responsibilities';
ALTER TABLE profile ADD COLUMN metric_word TEXT NOT NULL DEFAULT 'metrics';
ALTER TABLE profile ADD COLUMN headline_words TEXT NOT NULL DEFAULT 'classic';
ALTER TABLE profile ADD COLUMN date_order TEXT NOT NULL DEFAULT '';
ALTER TABLE profile ADD COLUMN decimal_sign TEXT NOT NULL DEFAULT '';
ALTER TABLE profile ADD COLUMN has_none TEXT NOT NULL DEFAULT '[]';
ALTER TABLE profile ADD COLUMN unwatched TEXT NOT NULL DEFAULT '[]';

ALTER TABLE seat ADD COLUMN holds_it INTEGER NOT NULL DEFAULT 0;

ALTER TABLE metric ADD COLUMN measure TEXT NOT NULL DEFAULT 'number';
UPDATE metric SET measure = 'percent', unit = '' WHERE unit = '%';
UPDATE metric SET measure = 'minutes', unit = '' WHERE unit = 'min';

ALTER TABLE occupant ADD COLUMN one_person INTEGER NOT NULL DEFAULT 0;
ALTER TABLE occupant ADD COLUMN contract_start TEXT NOT NULL DEFAULT '';
ALTER TABLE occupant ADD COLUMN fee TEXT NOT NULL DEFAULT '';
ALTER TABLE occupant ADD COLUMN covers TEXT NOT NULL DEFAULT '';
ALTER TABLE occupant ADD COLUMN excludes TEXT NOT NULL DEFAULT '';
ALTER TABLE occupant ADD COLUMN portrait TEXT NOT NULL DEFAULT '';
ALTER TABLE occupant ADD COLUMN continues_as TEXT REFERENCES occupant (id)
    ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE core_value ADD COLUMN occupant TEXT REFERENCES occupant (id)
    ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE contact (
    id TEXT PRIMARY KEY NOT NULL,
    occupant TEXT NOT NULL,
    position INTEGER NOT NULL,
    part TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    FOREIGN KEY (occupant) REFERENCES occupant (id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE function (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    term TEXT NOT NULL,
    usual TEXT NOT NULL,
    code TEXT NOT NULL
) STRICT;

CREATE TABLE cover (
    chart TEXT NOT NULL,
    id TEXT NOT NULL,
    function TEXT NOT NULL,
    seat TEXT NOT NULL,
    part TEXT NOT NULL,
    responsibility TEXT,
    PRIMARY KEY (chart, id),
    FOREIGN KEY (function) REFERENCES function (id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (chart, seat) REFERENCES seat (chart, id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (chart, responsibility) REFERENCES responsibility (chart, id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE accepted (
    id TEXT PRIMARY KEY NOT NULL,
    code TEXT NOT NULL,
    about TEXT NOT NULL,
    reason TEXT NOT NULL,
    day TEXT NOT NULL
) STRICT;

CREATE TABLE blob (
    hash TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    content BLOB NOT NULL
) STRICT;

CREATE INDEX occupant_continues_as ON occupant (continues_as);
CREATE INDEX core_value_occupant ON core_value (occupant);
CREATE INDEX contact_occupant ON contact (occupant);
CREATE INDEX cover_function ON cover (function);
CREATE INDEX cover_seat ON cover (seat);
CREATE INDEX cover_responsibility ON cover (responsibility);
"""
