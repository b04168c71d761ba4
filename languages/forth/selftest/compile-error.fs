." before" cr
undeclared \ WRONG
