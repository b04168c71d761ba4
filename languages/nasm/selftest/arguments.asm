global _start

section .text

_start:
    lea rbx, [rsp + 16]         ; the first argument's place
next:
    mov rsi, [rbx]
    test rsi, rsi
    jz done
    xor edx, edx
length:
    inc rdx
    cmp byte [rsi + rdx - 1], 0
    jne length
    mov byte [rsi + rdx - 1], 10
    mov eax, 1                  ; write
    mov edi, 1
    syscall
    add rbx, 8
    jmp next
done:
    mov eax, 60                 ; exit
    xor edi, edi
    syscall
