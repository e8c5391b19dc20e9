"""Schema version 5: how a chart is drawn is the chart's own, no longer the client's. Frozen.

Steps of the history that touched it as a part of the profile touch the chart's record instead. A
step that does not read as one of ours stays as it is, to be found damaged by whoever reads it.
"""

SQL = """
CREATE TABLE chart_look (
    chart TEXT NOT NULL,
    id TEXT NOT NULL,
    layout TEXT NOT NULL,
    compact INTEGER NOT NULL,
    PRIMARY KEY (chart, id),
    FOREIGN KEY (chart) REFERENCES chart (id)
        ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO chart_look (chart, id, layout, compact)
    SELECT chart.id, 'look', profile.layout, profile.compact FROM chart, profile
    WHERE profile.id = 'client';

CREATE TABLE profile_before AS SELECT * FROM profile;
DROP TABLE profile;
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
INSERT INTO profile
    SELECT id, name, adviser, firm, picture, goals, growth, it_budget, bar_exceptions, bar_minuses,
        wording, paper, review_days, logo, mark, responsibility_word, metric_word, headline_words,
        date_order, decimal_sign, has_none, unwatched
    FROM profile_before;
DROP TABLE profile_before;

UPDATE step SET change = (
    WITH
    touch (number, whole, is_profile, before, after) AS (
        SELECT key, value,
            CASE WHEN json_array_length(value) = 3 AND json_extract(value, '$[0]') = 'profile'
                THEN json_type(value, '$[1]') IN ('object', 'null')
                    AND json_type(value, '$[2]') IN ('object', 'null')
                ELSE 0 END,
            json_extract(value, '$[1]'), json_extract(value, '$[2]')
        FROM json_each(step.change)
    ),
    parted (number, before, after, look_before, look_after) AS (
        SELECT number,
            json_remove(before, '$.layout', '$.compact'),
            json_remove(after, '$.layout', '$.compact'),
            CASE WHEN before IS NOT NULL THEN json_patch('{}', json_object(
                'layout', json_extract(before, '$.layout'),
                'compact', CASE WHEN json_extract(before, '$.compact') THEN json('true') END)) END,
            CASE WHEN after IS NOT NULL THEN json_patch('{}', json_object(
                'layout', json_extract(after, '$.layout'),
                'compact', CASE WHEN json_extract(after, '$.compact') THEN json('true') END)) END
        FROM touch WHERE is_profile
    ),
    now (number, part, whole) AS (
        SELECT number, 0, whole FROM touch WHERE NOT is_profile
        UNION ALL
        SELECT number, 0, json_array('profile', json(before), json(after)) FROM parted
        WHERE before IS NOT after
        UNION ALL
        SELECT number, 1, json_array('chart_look', json(look_before), json(look_after)) FROM parted
        WHERE look_before IS NOT look_after
    )
    SELECT json_group_array(json(whole)) FROM (SELECT whole FROM now ORDER BY number, part)
)
WHERE instr(change, '"profile"') > 0
    AND (instr(change, '"layout"') > 0 OR instr(change, '"compact"') > 0)
    AND CASE WHEN json_valid(change) THEN json_type(change) = 'array' ELSE 0 END
    AND NOT EXISTS (SELECT 1 FROM json_each(step.change) AS item WHERE item.type <> 'array');
"""
