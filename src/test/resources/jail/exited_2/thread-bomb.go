// attacks: 42
// or: signalled_sigabrt limit_cpu_time limit_wall_time
// limits: processes=20 cpu=2s wall=10s
// expect: processLimitHit
package main

import (
	"runtime"
	"syscall"
	"time"
)

// Each holds a thread of its own; the runtime gives up when it gets no more.
func main() {
	for i := 0; i < 1000; i++ {
		go func() {
			runtime.LockOSThread()
			syscall.Pause()
		}()
	}
	time.Sleep(time.Hour)
}
