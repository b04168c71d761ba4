CREATE TABLE line AS
    SELECT unnest(string_split(rtrim(content, chr(10)), chr(10))) AS text FROM read_text('/dev/stdin');
SELECT list_sum(list_transform(string_split(text, ' '), word -> word::INTEGER)) FROM line LIMIT 1;
SELECT text FROM line OFFSET 1;
