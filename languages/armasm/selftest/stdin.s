@ Adds two digits in place and prints from there.
    .globl _start

    .text
_start:
    mov r7, #3                  @ read
    mov r0, #0
    ldr r1, =input
    mov r2, #65536
    svc #0
    mov r4, r0

    ldr r1, =input
    ldrb r2, [r1]
    ldrb r3, [r1, #2]
    add r2, r2, r3
    sub r2, r2, #'0'
    strb r2, [r1, #2]
    sub r4, r4, #2

    mov r7, #4                  @ write
    mov r0, #1
    ldr r1, =input + 2
    mov r2, r4
    svc #0

    mov r7, #1                  @ exit
    mov r0, #0
    svc #0

    .bss
input: .skip 65536
