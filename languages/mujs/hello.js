function gcd(a, b) {
    return b === 0 ? a : gcd(b, a % b);
}

print("Hello, World!");
print("gcd(1071, 462) = " + gcd(1071, 462));
