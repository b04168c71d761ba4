    .globl _start

    .text
_start:
    mov x8, #64                 // write
    mov x0, #1
    ldr x1, =text
    ldr x2, =text_length
    svc #0

    mov x0, #0
    str x0, [x0]                // there is no memory at 0

    .data
text: .ascii "before\n"
    .equ text_length, . - text
