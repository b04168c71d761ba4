-- attacks: 64
-- stdin: one\ntwo\n
-- expect: stdout=8
CREATE TABLE line (text);
.import /dev/stdin line
SELECT sum(length(text) + 1) FROM line;
