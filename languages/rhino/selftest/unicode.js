const input = new java.io.BufferedReader(new java.io.InputStreamReader(java.lang.System.in));
print("äöü ∀ 日本 🎉");
print(input.readLine());
