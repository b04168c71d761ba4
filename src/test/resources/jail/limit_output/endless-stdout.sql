-- attacks: 60
-- terminal: too
-- limits: output=64KiB cpu=10s wall=20s
-- expect: outputTruncated !errorsTruncated stdoutBytes=65536
WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number)
SELECT 'more and more' FROM number;
