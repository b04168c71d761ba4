create text 100 allot

: copy ( -- )
    s" test.txt" r/o open-file throw >r
    text 100 r@ read-file throw text swap type
    r> close-file throw ;
copy
