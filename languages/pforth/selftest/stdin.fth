: digit ( -- n ) key [char] 0 - ;
: copy ( -- )
    begin key dup 0< 0= over 4 <> and while emit repeat drop ;
: sum ( -- )
    digit key drop digit + 0 .r copy ;
sum
