// attacks: 76: 16 MB each, until no space is left
// limits: memory=256MiB cpu=5s wall=20s fileSize=16MiB
// expect: !memoryLimitHit
package main

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

func main() {
	block := make([]byte, 16000000)
	for _, folder := range []string{"/work", "/tmp", "/dev/shm"} {
		var err error
		for i := 0; i < 30 && err == nil; i++ {
			err = os.WriteFile(fmt.Sprintf("%s/big%d", folder, i), block, 0o600)
		}
		if !errors.Is(err, syscall.ENOSPC) {
			fmt.Println(folder, err)
		}
	}
	fmt.Println("held")
}
