    .globl _start

    .text
_start:
    mov r7, #5                  @ open
    ldr r0, =name
    mov r1, #0
    svc #0

    mov r7, #3                  @ read
    ldr r1, =input
    mov r2, #65536
    svc #0
    mov r4, r0

    mov r7, #4                  @ write
    mov r0, #1
    ldr r1, =input
    mov r2, r4
    svc #0

    mov r7, #1                  @ exit
    mov r0, #0
    svc #0

    .data
name: .asciz "test.txt"
    .equ name_length, . - name

    .bss
input: .skip 65536
