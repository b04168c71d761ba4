-- attacks: 76: 16 MB each, until no space is left
-- limits: memory=256MiB cpu=5s wall=20s fileSize=64MiB
-- expect: !memoryLimitHit says=full
-- A database in a file, beside those that writefile makes.
SELECT CASE WHEN count(writefile('/tmp/big' || n, zeroblob(16000000))) < 30 THEN '' ELSE '/tmp never got full' END
FROM (WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number LIMIT 30) SELECT n FROM number);
ATTACH '/work/big.db' AS big;
PRAGMA big.journal_mode = off;
CREATE TABLE big.hoard (block);
WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number LIMIT 300)
INSERT INTO hoard SELECT zeroblob(1000000) FROM number;
