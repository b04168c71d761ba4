(module
  (import "second" "print" (func $print))
  (memory (export "memory") 1)

  (func (export "_start")
    (call $print)))
