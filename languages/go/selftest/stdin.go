package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	in := bufio.NewReader(os.Stdin)
	var a, b int
	fmt.Fscanln(in, &a, &b)
	fmt.Println(a + b)
	in.WriteTo(os.Stdout)
}
