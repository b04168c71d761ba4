-- attacks: 16
-- limits: memory=64MiB cpu=5s wall=20s
CREATE TABLE hoard (block);
WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number)
INSERT INTO hoard SELECT randomblob(100000) FROM number;
