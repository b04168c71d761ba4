open my $file, '<', 'test.txt' or die $!;
print <$file>;
