global _start

section .text

_start:
    mov eax, 1                  ; write
    mov edi, 1
    mov rsi, prompt
    mov rdx, prompt_length
    syscall

    xor edi, edi
    xor eax, eax                ; read
    mov rsi, input
    mov edx, 65536
    syscall
    mov r12, rax

    mov eax, 1                  ; write
    mov edi, 1
    mov rsi, greeting
    mov rdx, greeting_length
    syscall

    mov eax, 1                  ; write
    mov edi, 1
    mov rsi, input
    mov rdx, r12
    syscall

    mov eax, 60                 ; exit
    xor edi, edi
    syscall

section .data

prompt: db "Name? "
prompt_length equ $ - prompt
greeting: db "Hello, "
greeting_length equ $ - greeting

section .bss

input: resb 65536
