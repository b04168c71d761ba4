// run.mjs MODULE [ARGUMENT…]: runs a WASI program. What a module imports from another than WASI's is of the file of that name.
import { readFileSync } from "node:fs";
import { WASI } from "node:wasi";

const [main, ...args] = process.argv.slice(2);

function instance(file) {
  const module = new WebAssembly.Module(readFileSync(file));
  const wasi = new WASI({ version: "preview1", args: [file, ...args], env: process.env, preopens: { ".": "." } });
  const imports = { ...wasi.getImportObject() };
  for (const { module: name } of WebAssembly.Module.imports(module)) {
    imports[name] ??= library(`${name}.wasm`);
  }
  return { wasi, instance: new WebAssembly.Instance(module, imports) };
}

function library(file) {
  const made = instance(file);
  if (made.instance.exports.memory) made.wasi.initialize(made.instance);
  return made.instance.exports;
}

const program = instance(main);
process.exitCode = program.wasi.start(program.instance);
