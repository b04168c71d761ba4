global _start

section .text

_start:
    mov eax, 1                  ; write
    mov edi, 1
    mov rsi, text
    mov rdx, text_length
    syscall

    xor eax, eax
    mov [rax], al               ; there is no memory at 0

section .data

text: db "before", 10
text_length equ $ - text
