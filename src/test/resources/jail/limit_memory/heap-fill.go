// attacks: 21: small objects, all in use
// or: exited_2
// limits: memory=128MiB cpu=10s wall=20s
package main

type node struct {
	next *node
	load [1000]byte
}

func main() {
	var list *node
	for {
		list = &node{next: list}
		list.load[0] = 1
	}
}
