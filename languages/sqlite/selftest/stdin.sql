CREATE TABLE line (text TEXT);
.separator "|" "\n"
.import /dev/stdin line
SELECT substr(text, 1, instr(text, ' ')) + substr(text, instr(text, ' ')) FROM line WHERE rowid = 1;
SELECT text FROM line WHERE rowid > 1;
