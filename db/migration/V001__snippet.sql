CREATE TABLE snippet (
    id                text        PRIMARY KEY CHECK (id ~ '^[2-9a-hjkmnp-tv-z]{12}$'),
    language          text        NOT NULL,
    version           text        NOT NULL,
    stdin             bytea       NOT NULL,
    args              text[]      NOT NULL,
    title             text        NOT NULL,
    result            text, -- the API's JSON; text, since jsonb refuses the NUL characters that programs print
    delete_token_hash bytea       NOT NULL CHECK (length(delete_token_hash) = 32), -- SHA-256
    created           timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE snippet_file (
    snippet text  NOT NULL REFERENCES snippet ON DELETE CASCADE,
    ordinal int   NOT NULL CHECK (ordinal >= 0), -- 0 is the main file
    name    text  NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (snippet, ordinal),
    UNIQUE (snippet, name)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A row of % never changes', TG_TABLE_NAME;
END
$$;

CREATE TRIGGER snippet_is_immutable BEFORE UPDATE ON snippet FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER snippet_file_is_immutable BEFORE UPDATE ON snippet_file FOR EACH ROW EXECUTE FUNCTION refuse_change();
