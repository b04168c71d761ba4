// attacks: 2
// limits: wall=400ms
// expect: wall>=400ms wall<=550ms cpu<=50ms
package main

import "time"

func main() {
	time.Sleep(time.Hour)
}
