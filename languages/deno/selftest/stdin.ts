const [first, ...rest] = (await new Response(Deno.stdin.readable).text()).split("\n");
console.log(first.split(" ").map(Number).reduce((a, b) => a + b));
await Deno.stdout.write(new TextEncoder().encode(rest.join("\n")));
