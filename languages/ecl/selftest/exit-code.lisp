(ext:exit 7)
