.read second.sql
SELECT text FROM second;
