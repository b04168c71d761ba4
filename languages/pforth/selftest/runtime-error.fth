: crash ( -- )
    ." before" cr 0 @ . ;
crash
