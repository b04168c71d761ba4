    .globl _start

    .text
_start:
    mov $60, %eax               # exit
    mov $7, %edi
    syscall
