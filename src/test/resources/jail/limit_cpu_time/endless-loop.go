// attacks: 1
// limits: cpu=300ms wall=20s
// expect: cpu>=300ms cpu<=450ms
package main

func main() {
	for i := 0; ; i++ {
		if i < 0 {
			println(i)
		}
	}
}
