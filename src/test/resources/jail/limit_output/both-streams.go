// attacks: 60: one line here, one there, for ever
// terminal: too
// limits: output=64KiB wall=20s
// expect: stdoutBytes<=65536 stderrBytes<=65536
package main

import "os"

func main() {
	for {
		os.Stdout.WriteString("more and more\n")
		os.Stderr.WriteString("more and more\n")
	}
}
