println("before")
error("on purpose")
