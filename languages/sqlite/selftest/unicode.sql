CREATE TABLE line (text TEXT);
.separator \t \n
.import /dev/stdin line
SELECT 'äöü ∀ 日本 🎉';
SELECT text FROM line;
