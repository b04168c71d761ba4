global _start

section .text

_start:
    mov eax, 1                  ; write
    mov edi, 1
    mov rsi, first
    mov rdx, first_length
    syscall

    mov eax, 1                  ; write
    mov edi, 2
    mov rsi, second
    mov rdx, second_length
    syscall

    mov eax, 60                 ; exit
    xor edi, edi
    syscall

section .data

first: db "out", 10
first_length equ $ - first
second: db "err", 10
second_length equ $ - second
