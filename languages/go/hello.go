package main

import "fmt"

func squares(n int, out chan<- int) {
	for i := 1; i <= n; i++ {
		out <- i * i
	}
	close(out)
}

func main() {
	fmt.Println("Hello, World!")

	results := make(chan int)
	go squares(5, results)
	for square := range results {
		fmt.Println(square)
	}
}
