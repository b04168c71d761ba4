// attacks: 64
// terminal: too
// stdin: one\ntwo\n
// expect: stdout=8
package main

import (
	"fmt"
	"io"
	"os"
)

func main() {
	all, _ := io.ReadAll(os.Stdin)
	fmt.Println(len(all))
}
