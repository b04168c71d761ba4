function greet()
  printf("from the second file\n");
end
