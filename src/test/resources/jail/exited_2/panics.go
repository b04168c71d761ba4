// attacks: 49: a panic is an exit code of its own, no signal
package main

func main() {
	var nothing map[string]int
	nothing["x"] = 1
}
