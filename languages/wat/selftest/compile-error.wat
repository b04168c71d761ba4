(module
  (func (export "_start")
    (call $undeclared))) ;; WRONG
