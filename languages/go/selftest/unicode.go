package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	fmt.Println("äöü ∀ 日本 🎉")
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		fmt.Println(lines.Text())
	}
}
