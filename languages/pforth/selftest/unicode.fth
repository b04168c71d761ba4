." äöü ∀ 日本 🎉" cr

: copy ( -- )
    begin key dup 0< 0= over 4 <> and while emit repeat drop ;
copy
