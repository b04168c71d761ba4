10 CHAIN "second.bas"
