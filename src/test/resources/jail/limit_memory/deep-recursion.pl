# attacks: 16: the stack is memory too
# limits: memory=256MiB cpu=5s wall=20s
no warnings 'recursion';
sub depth { my ($level) = @_; return depth($level + 1) + 1 }
print depth(0);
