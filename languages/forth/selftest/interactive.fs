create who 100 allot

: greet ( -- )
    ." Name? " who 100 stdin read-line throw drop
    ." Hello, " who swap type cr ;
greet
