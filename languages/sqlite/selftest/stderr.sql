SELECT 'out';
.output /dev/stderr
SELECT 'err';
