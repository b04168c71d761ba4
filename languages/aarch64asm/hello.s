// Asks the kernel to write a text and to end the program.
    .globl _start

    .text
_start:
    mov x8, #64                 // write
    mov x0, #1
    ldr x1, =text
    ldr x2, =text_length
    svc #0

    mov x8, #93                 // exit
    mov x0, #0
    svc #0

    .data
text: .ascii "Hello, World!\n"
    .equ text_length, . - text
