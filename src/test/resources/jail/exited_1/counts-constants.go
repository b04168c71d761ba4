// attacks: 153
// or: limit_cpu_time limit_memory exited_2
// step: compile
// limits: cpu=5s wall=20s
package main

const (
	a = 1 << 511
	b = a * a * a * a
	c = b * b * b * b
)

var big [1 << 40][1 << 20]byte

func main() {
	println(len(big), c)
}
