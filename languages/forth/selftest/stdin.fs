create text 100 allot

: line ( -- address length more ) text 100 stdin read-line throw text -rot ;
: copy ( -- )
    begin line while type cr repeat 2drop ;
: sum ( -- )
    line drop evaluate + 0 .r cr ;
sum copy
