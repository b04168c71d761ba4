(module
  (import "wasi_snapshot_preview1" "fd_read" (func $fd_read (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)

  ;; Adds two digits in place and prints from there.
  (func (export "_start")
    (i32.store (i32.const 0) (i32.const 100))
    (i32.store (i32.const 4) (i32.const 1000))
    (drop (call $fd_read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 4)))
    (i32.store8 (i32.const 102)
      (i32.sub
        (i32.add (i32.load8_u (i32.const 100)) (i32.load8_u (i32.const 102)))
        (i32.const 48)))
    (i32.store (i32.const 0) (i32.const 102))
    (i32.store (i32.const 4) (i32.sub (i32.load (i32.const 4)) (i32.const 2)))
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))))
