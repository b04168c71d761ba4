// attacks: 148: what lies beside the program, and only there, may be embedded
// step: compile
// expect: says=pattern
package main

import _ "embed"

//go:embed ../../../etc/passwd
var passwd string

//go:embed /etc/passwd
var absolute string

func main() {
	println(passwd, absolute)
}
