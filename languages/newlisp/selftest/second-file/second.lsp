(define (text) "from the second file")
