    .globl _start

    .text
_start:
    undeclared r0               @ WRONG
    mov r7, #1                  @ exit
    mov r0, #0
    svc #0
