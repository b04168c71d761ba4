echo before
echo $undeclared # WRONG
