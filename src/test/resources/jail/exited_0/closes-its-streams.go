// attacks: 65
// expect: stdoutBytes=0 stderrBytes=0
package main

import (
	"os"
	"time"
)

func main() {
	os.Stdin.Close()
	os.Stdout.Close()
	os.Stderr.Close()
	time.Sleep(100 * time.Millisecond)
}
