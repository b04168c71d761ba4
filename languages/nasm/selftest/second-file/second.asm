global print

section .text

print:
    mov eax, 1                  ; write
    mov edi, 1
    mov rsi, text
    mov rdx, text_length
    syscall
    ret

section .data

text: db "from the second file", 10
text_length equ $ - text
