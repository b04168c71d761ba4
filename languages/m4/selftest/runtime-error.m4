before
include(`no-such-file')dnl
