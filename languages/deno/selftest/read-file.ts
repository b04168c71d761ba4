await Deno.stdout.write(await Deno.readFile("test.txt"));
