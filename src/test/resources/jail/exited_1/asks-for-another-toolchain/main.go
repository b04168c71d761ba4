// attacks: 148: a toolchain, modules and replacements from elsewhere: there is no elsewhere
// step: compile
package main

import "example.com/elsewhere"

func main() {
	elsewhere.Run()
}
