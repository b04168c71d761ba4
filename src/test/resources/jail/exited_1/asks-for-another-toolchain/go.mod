module main

go 1.99

toolchain go1.99.0

require example.com/elsewhere v1.0.0

replace example.com/elsewhere => ../../../root/elsewhere
