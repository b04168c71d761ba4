print "before"
error make { msg: "on purpose" }
