." äöü ∀ 日本 🎉" cr
create text 100 allot
text 100 stdin read-line throw drop text swap type cr
