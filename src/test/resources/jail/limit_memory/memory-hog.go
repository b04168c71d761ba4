// attacks: 16
// limits: memory=64MiB cpu=5s wall=20s
// expect: memoryLimitHit
package main

func main() {
	var hoard [][]byte
	for {
		block := make([]byte, 1<<20)
		for i := range block {
			block[i] = 1
		}
		hoard = append(hoard, block)
	}
}
