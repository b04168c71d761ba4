define(`greet', `Hello, $1!')dnl
greet(`World')
dnl A loop is a macro that calls itself.
define(`countdown', `ifelse($1, 0, `lift-off', `$1 countdown(decr($1))')')dnl
countdown(5)
