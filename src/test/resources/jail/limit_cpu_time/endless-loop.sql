-- attacks: 1
-- limits: cpu=300ms wall=20s
-- expect: cpu>=300ms cpu<=450ms
WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number)
SELECT max(n) FROM number;
