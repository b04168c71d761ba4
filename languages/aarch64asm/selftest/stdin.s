// Adds two digits in place and prints from there.
    .globl _start

    .text
_start:
    mov x8, #63                 // read
    mov x0, #0
    ldr x1, =input
    mov x2, #65536
    svc #0
    mov x19, x0

    ldr x1, =input
    ldrb w2, [x1]
    ldrb w3, [x1, #2]
    add w2, w2, w3
    sub w2, w2, #'0'
    strb w2, [x1, #2]
    sub x19, x19, #2

    mov x8, #64                 // write
    mov x0, #1
    ldr x1, =input + 2
    mov x2, x19
    svc #0

    mov x8, #93                 // exit
    mov x0, #0
    svc #0

    .bss
input: .skip 65536
