console.log("äöü ∀ 日本 🎉");
await Deno.stdin.readable.pipeTo(Deno.stdout.writable);
