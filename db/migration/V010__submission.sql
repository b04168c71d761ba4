-- What the owner of a submission may see.
CREATE TABLE submission (
    id            text        PRIMARY KEY CHECK (id ~ '^[2-9a-hjkmnp-tv-z]{16}$'),
    arrival       bigint      GENERATED ALWAYS AS IDENTITY UNIQUE, -- judging order
    owner         text        NOT NULL,
    problem       text        NOT NULL,
    problem_hash  text        NOT NULL, -- SHA-256 of the problem as it was last judged
    language      text        NOT NULL,
    version       text        NOT NULL, -- of the language
    created       timestamptz NOT NULL DEFAULT now(),
    status        text        NOT NULL DEFAULT 'QUEUED' CHECK (status IN ('QUEUED', 'JUDGING', 'JUDGED')),
    starts        int         NOT NULL DEFAULT 0, -- how often judging began and did not end
    tests         int         NOT NULL,
    verdict       text,
    failed_test   int         CHECK (failed_test BETWEEN 1 AND tests),
    incident      text, -- of a judge error
    compile       text, -- JSON; text, since jsonb refuses the NUL characters that compilers print
    sample_name   text, -- of the sample that failed; a secret test leaves these four empty
    sample_input  bytea,
    sample_answer bytea,
    sample_output bytea,
    CHECK ((status = 'JUDGED') = (verdict IS NOT NULL)),
    CHECK (num_nonnulls(sample_name, sample_input, sample_answer, sample_output) IN (0, 4))
);

CREATE INDEX submission_by_owner ON submission (owner, problem, created DESC);
CREATE INDEX submission_waiting ON submission (arrival) WHERE status <> 'JUDGED';

CREATE TABLE submission_file (
    submission text  NOT NULL REFERENCES submission ON DELETE CASCADE,
    ordinal    int   NOT NULL CHECK (ordinal >= 0), -- 0 is the main file
    name       text  NOT NULL,
    content    bytea NOT NULL,
    PRIMARY KEY (submission, ordinal),
    UNIQUE (submission, name)
);

-- For the jury: what judging measured. Nothing in this schema is ever shown to the owner of a submission.
CREATE SCHEMA judging;

CREATE TABLE judging.test_run (
    submission        text        NOT NULL REFERENCES public.submission ON DELETE CASCADE,
    test              int         NOT NULL CHECK (test > 0),
    run               int         NOT NULL CHECK (run > 0), -- more than one when a run was repeated
    verdict           text        NOT NULL,
    outcome           text        NOT NULL,
    cpu_time_us       bigint      NOT NULL,
    wall_time_us      bigint      NOT NULL,
    peak_memory_bytes bigint      NOT NULL,
    PRIMARY KEY (submission, test, run)
);
