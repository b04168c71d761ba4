    .globl _start

    .text
_start:
    mov r7, #4                  @ write
    mov r0, #1
    ldr r1, =prompt
    ldr r2, =prompt_length
    svc #0

    mov r7, #3                  @ read
    mov r0, #0
    ldr r1, =input
    mov r2, #65536
    svc #0
    mov r4, r0

    mov r7, #4                  @ write
    mov r0, #1
    ldr r1, =greeting
    ldr r2, =greeting_length
    svc #0

    mov r7, #4                  @ write
    mov r0, #1
    ldr r1, =input
    mov r2, r4
    svc #0

    mov r7, #1                  @ exit
    mov r0, #0
    svc #0

    .data
prompt: .ascii "Name? "
    .equ prompt_length, . - prompt
greeting: .ascii "Hello, "
    .equ greeting_length, . - greeting

    .bss
input: .skip 65536
