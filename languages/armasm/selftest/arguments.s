    .globl _start

    .text
_start:
    add r4, sp, #8              @ the first argument's place
next:
    ldr r1, [r4], #4
    cmp r1, #0
    beq done
    mov r2, #0
length:
    ldrb r3, [r1, r2]
    add r2, r2, #1
    cmp r3, #0
    bne length
    mov r3, #10
    add r0, r1, r2
    strb r3, [r0, #-1]
    mov r7, #4                  @ write
    mov r0, #1
    svc #0
    b next
done:
    mov r7, #1                  @ exit
    mov r0, #0
    svc #0
