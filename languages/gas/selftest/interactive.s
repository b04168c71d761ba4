    .globl _start

    .text
_start:
    mov $1, %eax                # write
    mov $1, %edi
    lea prompt(%rip), %rsi
    mov $prompt_length, %rdx
    syscall

    xor %edi, %edi
    xor %eax, %eax              # read
    lea input(%rip), %rsi
    mov $65536, %edx
    syscall
    mov %rax, %r12

    mov $1, %eax                # write
    mov $1, %edi
    lea greeting(%rip), %rsi
    mov $greeting_length, %rdx
    syscall

    mov $1, %eax                # write
    mov $1, %edi
    lea input(%rip), %rsi
    mov %r12, %rdx
    syscall

    mov $60, %eax               # exit
    xor %edi, %edi
    syscall

    .data
prompt: .ascii "Name? "
    .equ prompt_length, . - prompt
greeting: .ascii "Hello, "
    .equ greeting_length, . - greeting

    .bss
input: .skip 65536
