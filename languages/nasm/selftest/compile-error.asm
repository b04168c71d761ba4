global _start

section .text

_start:
    mov eax, undeclared         ; WRONG
    mov eax, 60                 ; exit
    xor edi, edi
    syscall
