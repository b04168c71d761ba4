: arguments ( -- )
    begin next-arg 2dup d0= 0= while type cr repeat 2drop ;
arguments
