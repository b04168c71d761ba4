SELECT 'Hello, World!';

CREATE TABLE planet (name TEXT, moons INTEGER);
INSERT INTO planet VALUES ('Earth', 1), ('Mars', 2), ('Jupiter', 95);

FROM planet SELECT name, bar(moons, 0, 100, 20) ORDER BY moons DESC;
