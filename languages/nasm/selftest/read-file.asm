global _start

section .text

_start:
    mov eax, 2                  ; open
    mov rdi, name
    xor esi, esi
    syscall

    mov edi, eax
    xor eax, eax                ; read
    mov rsi, input
    mov edx, 65536
    syscall
    mov r12, rax

    mov eax, 1                  ; write
    mov edi, 1
    mov rsi, input
    mov rdx, r12
    syscall

    mov eax, 60                 ; exit
    xor edi, edi
    syscall

section .data

name: db "test.txt", 0
name_length equ $ - name

section .bss

input: resb 65536
