// attacks: 16: the stack is memory too
// or: exited_2
// limits: memory=256MiB cpu=5s wall=20s
package main

func depth(level int) int {
	var ballast [512]int
	ballast[level%512] = level
	return depth(level+1) + ballast[0]
}

func main() {
	println(depth(0))
}
