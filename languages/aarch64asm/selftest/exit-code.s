    .globl _start

    .text
_start:
    mov x8, #93                 // exit
    mov x0, #7
    svc #0
