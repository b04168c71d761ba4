// attacks: 148, 16: a million of them before main
// or: exited_2 limit_cpu_time limit_wall_time
// limits: memory=64MiB cpu=5s wall=20s
package main

func wait(never chan int) {
	var stack [64]int
	stack[<-never] = 1
	println(stack[0])
}

func init() {
	never := make(chan int)
	for i := 0; i < 1000000; i++ {
		go wait(never)
	}
}

func main() {
	select {}
}
