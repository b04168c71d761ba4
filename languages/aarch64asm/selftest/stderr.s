    .globl _start

    .text
_start:
    mov x8, #64                 // write
    mov x0, #1
    ldr x1, =first
    ldr x2, =first_length
    svc #0

    mov x8, #64                 // write
    mov x0, #2
    ldr x1, =second
    ldr x2, =second_length
    svc #0

    mov x8, #93                 // exit
    mov x0, #0
    svc #0

    .data
first: .ascii "out\n"
    .equ first_length, . - first
second: .ascii "err\n"
    .equ second_length, . - second
