global _start

section .text

_start:
    mov eax, 1                  ; write
    mov edi, 1
    mov rsi, text
    mov rdx, text_length
    syscall

    xor edi, edi
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

text: db "äöü ∀ 日本 🎉", 10
text_length equ $ - text

section .bss

input: resb 65536
