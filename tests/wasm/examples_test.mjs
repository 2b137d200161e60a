// Every formula's examples, and expressions that are wrong, in the WebAssembly module and in the program: the answers
// must be the same, digit for digit.
// usage: node examples_test.mjs FOLDER_OF_THE_MODULE NAPKIN
import assert from "node:assert";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, napkin] = process.argv.slice(2);
const { loadEngine } = await import(pathToFileURL(resolve(folder, "engine.mjs")));
const engine = await loadEngine(readFileSync(join(folder, "napkin_engine.wasm")));

/** What the program says to the arguments; its messages about wrong expressions are answers too. */
function said(args, input = "") {
  const { stdout, error } = spawnSync(napkin, args, { input, encoding: "utf8", maxBuffer: 1 << 28 });
  if (error) throw error;
  return stdout;
}

/** The program's answers to several expressions, in one session of its calculator. */
function answers(expressions) {
  const lines = said(["eval", "--format", "json"], expressions.join("\n") + "\n").trimEnd().split("\n");
  assert.equal(lines.length, expressions.length, "one answer to each expression");
  return lines.map((line) => JSON.parse(line));
}

const wrong = [
  "hw.h100_sxn.memory.capacity",  // no such device
  "ridge_pont(hw.h100_sxm, fp16)",
  "kv_cache(model=llama-3-70b, contxt=128k)",
  "3 GB + 2 s",
  "1 / 0",
  "3 µs * (4 €",
  "(".repeat(5000) + "1",
  "-".repeat(19000) + "1",
  "x".repeat(19000),
];

const examples = engine.formulaExamples();
const formulas = JSON.parse(said(["formula", "list", "--format", "json"]));
assert.deepEqual(new Set(examples.map((example) => example.formula)), new Set(formulas.map((formula) => formula.id)),
                 "every formula has an example in the module");
assert.equal(engine.version, said(["--version"]).match(/\d+\.\d+\.\d+/)[0], "the version");

const expressions = [...examples.map((example) => example.call), ...wrong];
const native = answers(expressions);
const start = performance.now();
const inModule = expressions.map((expression) => engine.evaluate(expression));
const duration = performance.now() - start;

let differing = 0;
for (const [index, expression] of expressions.entries()) {
  const isWrong = index >= examples.length;
  try {
    assert.deepEqual(inModule[index], native[index]);
    assert.equal("error" in native[index], isWrong);
  } catch (difference) {
    console.error(`${expression.slice(0, 200)}: ${difference.message}`);
    ++differing;
  }
}
console.log(`${formulas.length} formulas, ${examples.length} examples and ${wrong.length} wrong expressions: ` +
            `${differing} with another answer in the module than in the program; ` +
            `${duration.toFixed(0)} ms in the module`);
process.exitCode = differing === 0 ? 0 : 1;
