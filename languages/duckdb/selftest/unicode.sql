SELECT 'äöü ∀ 日本 🎉';
SELECT rtrim(content, chr(10)) FROM read_text('/dev/stdin');
