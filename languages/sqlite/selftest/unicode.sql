CREATE TABLE line (text TEXT);
.separator "|" "\n"
.import /dev/stdin line
SELECT 'äöü ∀ 日本 🎉';
SELECT text FROM line;
