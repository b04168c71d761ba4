SELECT rtrim(content, chr(10)) FROM read_text('test.txt');
