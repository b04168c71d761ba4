const input = new java.io.BufferedReader(new java.io.InputStreamReader(java.lang.System.in));
write("Name? ");
print(`Hello, ${input.readLine()}`);
