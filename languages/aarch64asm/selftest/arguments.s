    .globl _start

    .text
_start:
    add x19, sp, #16            // the first argument's place
next:
    ldr x1, [x19], #8
    cbz x1, done
    mov x2, #0
length:
    ldrb w3, [x1, x2]
    add x2, x2, #1
    cbnz w3, length
    mov w3, #10
    add x0, x1, x2
    strb w3, [x0, #-1]
    mov x8, #64                 // write
    mov x0, #1
    svc #0
    b next
done:
    mov x8, #93                 // exit
    mov x0, #0
    svc #0
