// attacks: 140, 153
// or: limit_cpu_time limit_memory exited_2 limit_file_size limit_wall_time
// step: compile
// limits: cpu=5s wall=20s memory=512MiB
package main

var table = [1 << 33]byte{1<<33 - 1: 1}

func main() {
	println(table[len(table)-1])
}
