// attacks: 13: would end beyond its limit
// limits: cpu=600ms wall=20s
package main

import (
	"fmt"
	"syscall"
)

func used() float64 {
	var usage syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e9
}

func main() {
	for used() < 0.8 * @TIME_FACTOR@ {
	}
	fmt.Println("held")
}
