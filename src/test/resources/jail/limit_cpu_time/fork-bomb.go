// attacks: 40
// or: limit_memory limit_wall_time exited_2
// limits: processes=32 cpu=500ms wall=10s memory=256MiB
// expect: processLimitHit
package main

import "os/exec"

func main() {
	for {
		exec.Command("/proc/self/exe").Start()
	}
}
