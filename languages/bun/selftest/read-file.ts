process.stdout.write(await Bun.file("test.txt").text());
