before
define(`unfinished dnl WRONG
