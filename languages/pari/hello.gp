print("Hello, World!");

print("2^127 - 1 is prime: ", isprime(2^127 - 1));
print("360 = ", factor(360)~);
print("pi = ", Pi);
forprime(p = 2, 20, print1(p, " "));
print();
