@ Asks the kernel to write a text and to end the program.
    .globl _start

    .text
_start:
    mov r7, #4                  @ write
    mov r0, #1
    ldr r1, =text
    ldr r2, =text_length
    svc #0

    mov r7, #1                  @ exit
    mov r0, #0
    svc #0

    .data
text: .ascii "Hello, World!\n"
    .equ text_length, . - text
