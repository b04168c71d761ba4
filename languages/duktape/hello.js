var word = "racecar";
var reversed = word.split("").reverse().join("");

print("Hello, World!");
print(word, word === reversed ? "is" : "is not", "a palindrome");
