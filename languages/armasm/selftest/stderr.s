    .globl _start

    .text
_start:
    mov r7, #4                  @ write
    mov r0, #1
    ldr r1, =first
    ldr r2, =first_length
    svc #0

    mov r7, #4                  @ write
    mov r0, #2
    ldr r1, =second
    ldr r2, =second_length
    svc #0

    mov r7, #1                  @ exit
    mov r0, #0
    svc #0

    .data
first: .ascii "out\n"
    .equ first_length, . - first
second: .ascii "err\n"
    .equ second_length, . - second
