    .globl _start

    .text
_start:
    mov r7, #4                  @ write
    mov r0, #1
    ldr r1, =text
    ldr r2, =text_length
    svc #0

    mov r0, #0
    str r0, [r0]                @ there is no memory at 0

    .data
text: .ascii "before\n"
    .equ text_length, . - text
