global _start

section .text

_start:
    mov eax, 60                 ; exit
    mov edi, 7
    syscall
