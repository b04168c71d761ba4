; Asks the kernel to write a text and to end the program.
global _start

section .text

_start:
    mov eax, 1                  ; write
    mov edi, 1
    mov rsi, text
    mov rdx, text_length
    syscall

    mov eax, 60                 ; exit
    xor edi, edi
    syscall

section .data

text: db "Hello, World!", 10
text_length equ $ - text
