CREATE TABLE line (text TEXT);
.separator "|" ""
SELECT 'Name? ';
.separator "|" "\n"
.import '|head -n 1' line
SELECT 'Hello, ' || text FROM line;
