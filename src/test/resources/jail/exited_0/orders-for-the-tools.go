// attacks: 148: what a comment would have done by go generate, go:linkname or go:build
//go:build linux && !sandlot

//go:generate sh -c "cat @CANARY_FILE@ /etc/shadow > /tmp/generated"
//go:debug execerrdot=0
package main

import (
	"fmt"
	"os"
)

func init() {
	for _, secret := range []string{"@CANARY_FILE@", "/etc/shadow", "/tmp/generated", "/work/generated"} {
		if _, err := os.ReadFile(secret); err == nil {
			fmt.Println("read", secret)
		}
	}
}

func main() {
	fmt.Println("held")
}
