SELECT 'Hello, World!';

CREATE TABLE planet (name TEXT PRIMARY KEY, moons INTEGER);
INSERT INTO planet VALUES ('Earth', 1), ('Mars', 2), ('Jupiter', 97);

SELECT name, moons
FROM planet
ORDER BY moons DESC;
