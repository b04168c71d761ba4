// attacks: 4: one processor's worth, however many there are
// limits: cpu=500ms wall=20s
// expect: cpu>=500ms cpu<=900ms wall>=400ms
package main

import "runtime"

func main() {
	runtime.GOMAXPROCS(8)
	for i := 0; i < 7; i++ {
		go func() {
			for {
			}
		}()
	}
	for {
	}
}
