CREATE TABLE second (text TEXT);
INSERT INTO second VALUES ('from the second file');
