    .globl _start

    .text
_start:
    mov x8, #56                 // openat
    mov x0, #-100
    ldr x1, =name
    mov x2, #0
    svc #0

    mov x8, #63                 // read
    ldr x1, =input
    mov x2, #65536
    svc #0
    mov x19, x0

    mov x8, #64                 // write
    mov x0, #1
    ldr x1, =input
    mov x2, x19
    svc #0

    mov x8, #93                 // exit
    mov x0, #0
    svc #0

    .data
name: .asciz "test.txt"
    .equ name_length, . - name

    .bss
input: .skip 65536
