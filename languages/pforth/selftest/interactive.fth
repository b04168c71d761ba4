create who 100 allot

: greet ( -- )
    ." Name? " who 100 accept
    cr ." Hello, " who swap type cr ;
greet
