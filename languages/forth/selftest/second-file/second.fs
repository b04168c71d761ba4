: text ( -- address length ) s" from the second file" ;
