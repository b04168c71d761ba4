proc text*(): string = "from the second file"
