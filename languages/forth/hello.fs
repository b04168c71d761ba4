: factorial ( n -- n! )
    dup 2 < if drop 1 else dup 1- recurse * then ;

." Hello, World!" cr

: factorials ( -- )
    6 1 do i . ." ! = " i factorial . cr loop ;
factorials
