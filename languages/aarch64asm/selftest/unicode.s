    .globl _start

    .text
_start:
    mov x8, #64                 // write
    mov x0, #1
    ldr x1, =text
    ldr x2, =text_length
    svc #0

    mov x8, #63                 // read
    mov x0, #0
    ldr x1, =input
    mov x2, #65536
    svc #0
    mov x19, x0

    mov x8, #64                 // write
    mov x0, #1
    ldr x1, =input
    mov x2, x19
    svc #0

    mov x8, #93                 // exit
    mov x0, #0
    svc #0

    .data
text: .ascii "äöü ∀ 日本 🎉\n"
    .equ text_length, . - text

    .bss
input: .skip 65536
