-- attacks: 60: one line here, one there, for ever
-- terminal: too
-- limits: output=64KiB wall=20s
-- expect: stdoutBytes<=65536 stderrBytes<=65536
-- The shell of SQLite prints where it is told to; its other stream is a file like any other.
CREATE TABLE line (text);
WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number LIMIT 20000)
INSERT INTO line SELECT 'more and more' FROM number;
.output /dev/stderr
SELECT text FROM line LIMIT 2000;
.output
SELECT text FROM line;
