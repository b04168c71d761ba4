// attacks: 130: whatever else is there is printed
package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
)

func main() {
	allowed := []string{"PATH", "HOME", "TMPDIR", "LANG", "CANARY_FILE", "CANARY_PORT", "GOMAXPROCS", "GOMEMLIMIT"}
	for _, variable := range os.Environ() {
		name, _, _ := strings.Cut(variable, "=")
		if !slices.Contains(allowed, name) {
			fmt.Println(variable)
		}
	}
	fmt.Println("held")
}
