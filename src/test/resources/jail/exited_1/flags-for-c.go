// attacks: 148: flags for a C compiler, in a comment
// step: compile
package main

// #cgo CFLAGS: -fplugin=/tmp/plugin.so -I/root
// #cgo LDFLAGS: -Wl,-T,/etc/shadow -fplugin=/tmp/plugin.so
// #include "/etc/shadow"
import "C"

func main() {
	println(C.int(0))
}
