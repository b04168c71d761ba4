const input = new java.io.BufferedReader(new java.io.InputStreamReader(java.lang.System.in));
const numbers = String(input.readLine()).split(" ");
print(Number(numbers[0]) + Number(numbers[1]));
print(input.readLine());
