. ./second.ksh
text
