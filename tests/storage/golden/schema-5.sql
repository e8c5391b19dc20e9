BEGIN TRANSACTION;
CREATE TABLE accepted (
    id TEXT PRIMARY KEY NOT NULL,
    code TEXT NOT NULL,
    about TEXT NOT NULL,
    reason TEXT NOT NULL,
    day TEXT NOT NULL
) STRICT;
INSERT INTO "accepted" VALUES('open-seat:boss','open-seat','boss','Sold next year.','2026-10-01');
CREATE TABLE action (
    id TEXT PRIMARY KEY NOT NULL,
    review TEXT NOT NULL,
    position INTEGER NOT NULL,
    what TEXT NOT NULL,
    who TEXT NOT NULL,
    due TEXT NOT NULL,
    done_on TEXT NOT NULL, origin TEXT NOT NULL DEFAULT '', part TEXT NOT NULL DEFAULT '', dropped_because TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (review) REFERENCES review (id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO "action" VALUES('a1','rev1',1024,'Show a restore','Acme','2026-11-01','','','','');
CREATE TABLE answer (
    id TEXT PRIMARY KEY NOT NULL,
    review TEXT NOT NULL,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    value TEXT NOT NULL,
    note TEXT NOT NULL,
    evidence TEXT NOT NULL,
    mend TEXT NOT NULL, seen_by TEXT NOT NULL DEFAULT '', seen_on TEXT NOT NULL DEFAULT '', reference TEXT NOT NULL DEFAULT '', file TEXT NOT NULL DEFAULT '', file_name TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (review) REFERENCES review (id)
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
INSERT INTO "bank_question" VALUES('q9','current','it_provider','q9',1024,0,NULL,'gets','Knows our plant?','','',0);
CREATE TABLE blob (
    hash TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    content BLOB NOT NULL
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
INSERT INTO "candidate" VALUES('y1','z1','acme',1024,'2,400 a month','','');
CREATE TABLE chart (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL
, day TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "chart" VALUES('current','','current','','');
CREATE TABLE chart_look (
    chart TEXT NOT NULL,
    id TEXT NOT NULL,
    layout TEXT NOT NULL,
    compact INTEGER NOT NULL,
    PRIMARY KEY (chart, id),
    FOREIGN KEY (chart) REFERENCES chart (id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO "chart_look" VALUES('current','look','right',1);
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
INSERT INTO "comparison" VALUES('z1','current','it','2026-09-01','2026-09-10','acme','');
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
INSERT INTO "contact" VALUES('k1','acme',1024,'account_manager','Ann Ames','ann@acme.example','555 0100');
CREATE TABLE core_value (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    meaning TEXT NOT NULL
, occupant TEXT REFERENCES occupant (id)
    ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED) STRICT;
INSERT INTO "core_value" VALUES('v1',1024,'Own it','',NULL);
INSERT INTO "core_value" VALUES('v2',1024,'Answer the phone','','acme');
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
INSERT INTO "cover" VALUES('current','f-backup:it','f-backup','it','accountable','r1');
CREATE TABLE figure (
    id TEXT PRIMARY KEY NOT NULL,
    chart TEXT NOT NULL DEFAULT 'current',
    metric TEXT NOT NULL,
    day TEXT NOT NULL,
    value REAL NOT NULL,
    FOREIGN KEY (chart, metric) REFERENCES metric (chart, id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO "figure" VALUES('f1','current','m1','2026-10-01',3.0);
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
INSERT INTO "form" VALUES('g1','current','it','acme','2026-09-20','it_provider',1,'["g1"]','00ff','2026-09-27');
CREATE TABLE function (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    term TEXT NOT NULL,
    usual TEXT NOT NULL,
    code TEXT NOT NULL
) STRICT;
INSERT INTO "function" VALUES('f-backup',1024,'Backup','','provider','backup');
CREATE TABLE meta (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;
INSERT INTO "meta" VALUES('document','a4f1b50e09fa4d58aa26337645a586a9');
INSERT INTO "meta" VALUES('edits','1');
INSERT INTO "meta" VALUES('app_version','0.1.0');
INSERT INTO "meta" VALUES('min_reader','5');
INSERT INTO "meta" VALUES('min_writer','5');
INSERT INTO "meta" VALUES('seal','f5ae0fde3f529eba6da303253de234da:41d8c11aad358c9ae45081c3e3c46622d859b003e36eab69c7a36e9cc9596ae8');
CREATE TABLE metric (
    chart TEXT NOT NULL,
    id TEXT NOT NULL,
    seat TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    target REAL,
    target_high REAL,
    unit TEXT NOT NULL,
    direction TEXT NOT NULL,
    cadence TEXT NOT NULL,
    source TEXT NOT NULL, measure TEXT NOT NULL DEFAULT 'number',
    PRIMARY KEY (chart, id),
    FOREIGN KEY (chart, seat) REFERENCES seat (chart, id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO "metric" VALUES('current','m1','it',1024,'Restore test',4.0,NULL,'a year','at_least','','','number');
CREATE TABLE occupant (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    service_model TEXT NOT NULL,
    contract_end TEXT NOT NULL,
    notice_by TEXT NOT NULL,
    notice_given TEXT NOT NULL,
    unrated_because TEXT NOT NULL,
    notes TEXT NOT NULL
, one_person INTEGER NOT NULL DEFAULT 0, contract_start TEXT NOT NULL DEFAULT '', fee TEXT NOT NULL DEFAULT '', covers TEXT NOT NULL DEFAULT '', excludes TEXT NOT NULL DEFAULT '', portrait TEXT NOT NULL DEFAULT '', continues_as TEXT REFERENCES occupant (id)
    ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED) STRICT;
INSERT INTO "occupant" VALUES('acme','Acme IT','provider','','','','','','','','',0,'','','','','',NULL);
CREATE TABLE profile (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    adviser TEXT NOT NULL,
    firm TEXT NOT NULL,
    picture TEXT NOT NULL,
    goals TEXT NOT NULL,
    growth TEXT NOT NULL,
    it_budget TEXT NOT NULL,
    bar_exceptions INTEGER,
    bar_minuses INTEGER NOT NULL,
    wording TEXT NOT NULL,
    paper TEXT NOT NULL,
    review_days INTEGER NOT NULL,
    logo TEXT NOT NULL,
    mark TEXT NOT NULL,
    responsibility_word TEXT NOT NULL,
    metric_word TEXT NOT NULL,
    headline_words TEXT NOT NULL,
    date_order TEXT NOT NULL,
    decimal_sign TEXT NOT NULL,
    has_none TEXT NOT NULL,
    unwatched TEXT NOT NULL
) STRICT;
INSERT INTO "profile" VALUES('client','Lakeside Manufacturing','','','','','','',NULL,0,'plain','A4',90,'','','responsibilities','metrics','classic','','','[]','[]');
CREATE TABLE responsibility (
    chart TEXT NOT NULL,
    id TEXT NOT NULL,
    seat TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    level TEXT NOT NULL,
    part TEXT NOT NULL,
    protects INTEGER NOT NULL,
    excluded INTEGER NOT NULL,
    PRIMARY KEY (chart, id),
    FOREIGN KEY (chart, seat) REFERENCES seat (chart, id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO "responsibility" VALUES('current','r1','it',1024,'Backups come back','','accountable',1,0);
CREATE TABLE review (
    id TEXT PRIMARY KEY NOT NULL,
    chart TEXT NOT NULL DEFAULT 'current',
    seat TEXT NOT NULL,
    occupant TEXT NOT NULL,
    day TEXT NOT NULL,
    bank TEXT NOT NULL,
    state TEXT NOT NULL,
    answered_by TEXT NOT NULL,
    facilitated_by TEXT NOT NULL,
    independence TEXT NOT NULL,
    next_on TEXT NOT NULL,
    amends TEXT,
    amend_reason TEXT NOT NULL,
    finished_at TEXT NOT NULL,
    headline TEXT NOT NULL,
    asked TEXT NOT NULL,
    answers TEXT NOT NULL,
    scene TEXT NOT NULL, blind INTEGER NOT NULL DEFAULT 0, revealed_at TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (chart, seat) REFERENCES seat (chart, id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (occupant) REFERENCES occupant (id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (amends) REFERENCES review (id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO "review" VALUES('rev1','current','it','acme','2026-10-01','it_provider','finished','','','','',NULL,'','','right-seat','["q1"]','[{"id":"rev1:question:q1","review":"rev1","kind":"question","about":"q1","value":"yes","note":"As seen."}]','{"seat_title":"IT and security","occupant_name":"Acme IT","is_provider":true,"values":[{"id":"v1","name":"Own it"}]}',0,'');
CREATE TABLE seat (
    chart TEXT NOT NULL,
    id TEXT NOT NULL,
    parent TEXT,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    purpose TEXT NOT NULL,
    needs TEXT NOT NULL,
    notes TEXT NOT NULL,
    meant_for TEXT NOT NULL,
    source_id TEXT NOT NULL,
    import_note TEXT NOT NULL,
    closed_on TEXT NOT NULL, holds_it INTEGER NOT NULL DEFAULT 0, layout TEXT NOT NULL DEFAULT '', assistant INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (chart, id),
    FOREIGN KEY (chart) REFERENCES chart (id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (chart, parent) REFERENCES seat (chart, id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO "seat" VALUES('current','boss',NULL,1024,'Owner','','','','','','','',0,'stacked',0);
INSERT INTO "seat" VALUES('current','it','boss',1024,'IT and security','','','','','','','',0,'',0);
INSERT INTO "seat" VALUES('current','aide','boss',2048,'Office','','','','','','','',0,'',1);
CREATE TABLE seating (
    chart TEXT NOT NULL,
    id TEXT NOT NULL,
    seat TEXT NOT NULL,
    occupant TEXT NOT NULL,
    role TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    PRIMARY KEY (chart, id),
    FOREIGN KEY (chart, seat) REFERENCES seat (chart, id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (occupant) REFERENCES occupant (id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO "seating" VALUES('current','x1','it','acme','accountable','','');
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
INSERT INTO "second_line" VALUES('current','l1','it','aide','contracts');
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
INSERT INTO "signature" VALUES('w1','rev1',1024,'Ann Ames','Acme IT','2026-10-02');
CREATE TABLE step (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    params TEXT NOT NULL,
    change TEXT NOT NULL,
    at TEXT NOT NULL,
    merge_key TEXT NOT NULL,
    undone INTEGER NOT NULL,
    sealed INTEGER NOT NULL
, chart TEXT NOT NULL DEFAULT 'current') STRICT;
INSERT INTO "step" VALUES(1,'finish-review','{"seat":"IT and security"}','[["answer",{"id":"rev1:question:q1","review":"rev1","kind":"question","about":"q1","value":"yes","note":"As seen."},null],["review",{"id":"rev1","seat":"it","occupant":"acme","on":"2026-10-01","bank":"it_provider"},{"id":"rev1","seat":"it","occupant":"acme","on":"2026-10-01","bank":"it_provider","state":"finished","headline":"right-seat","asked":["q1"],"answers":[{"id":"rev1:question:q1","review":"rev1","kind":"question","about":"q1","value":"yes","note":"As seen."}],"scene":{"seat_title":"IT and security","occupant_name":"Acme IT","is_provider":true,"values":[{"id":"v1","name":"Own it"}]}}]]','2026-10-01T12:00:00+00:00','',0,1,'current');
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
INSERT INTO "voice" VALUES('u1','rev1',1024,'provider','Acme IT','2026-09-27','g1','[{"id":"rev1:wants:r1","review":"rev1","kind":"wants","about":"r1","value":"wants"}]');
CREATE INDEX seat_parent ON seat (parent);
CREATE INDEX responsibility_seat ON responsibility (seat);
CREATE INDEX metric_seat ON metric (seat);
CREATE INDEX figure_metric ON figure (metric);
CREATE INDEX seating_seat ON seating (seat);
CREATE INDEX seating_occupant ON seating (occupant);
CREATE INDEX review_seat ON review (seat);
CREATE INDEX review_occupant ON review (occupant);
CREATE INDEX review_amends ON review (amends);
CREATE INDEX answer_review ON answer (review);
CREATE INDEX action_review ON action (review);
CREATE INDEX occupant_continues_as ON occupant (continues_as);
CREATE INDEX core_value_occupant ON core_value (occupant);
CREATE INDEX contact_occupant ON contact (occupant);
CREATE INDEX cover_function ON cover (function);
CREATE INDEX cover_seat ON cover (seat);
CREATE INDEX cover_responsibility ON cover (responsibility);
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
CREATE INDEX second_line_seat ON second_line (seat);
CREATE INDEX second_line_to_seat ON second_line (to_seat);
COMMIT;
