    .globl _start

    .text
_start:
    mov r7, #1                  @ exit
    mov r0, #7
    svc #0
