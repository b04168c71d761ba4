-- attacks: 16: the stack is memory too
-- limits: memory=256MiB cpu=5s wall=20s
-- A trigger that fires itself.
PRAGMA recursive_triggers = on;
CREATE TABLE level (n);
CREATE TRIGGER deeper AFTER INSERT ON level BEGIN INSERT INTO level VALUES (new.n + 1); END;
INSERT INTO level VALUES (0);
