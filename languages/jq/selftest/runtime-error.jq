"before", error("on purpose")
