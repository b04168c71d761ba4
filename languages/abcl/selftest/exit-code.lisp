(ext:quit :status 7)
