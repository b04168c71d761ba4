say "./second.rexx"()
