package main

func second() string {
	return "from the second file"
}
