// Runs what docs/wasm.md shows: the program for Node, whose output stands under it, and the script of the page, with
// just enough of a browser around it.
// usage: node docs_test.mjs FOLDER_OF_THE_MODULE
import assert from "node:assert";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder] = process.argv.slice(2);
const text = readFileSync(new URL("../../docs/wasm.md", import.meta.url), "utf8");
const block = (language) => text.match(new RegExp("```" + language + "\n([^]*?)```"))[1];

const site = mkdtempSync(join(tmpdir(), "napkin_wasm_"));
try {
  for (const file of ["engine.mjs", "napkin_engine.wasm"]) copyFileSync(join(folder, file), join(site, file));

  writeFileSync(join(site, "example.mjs"), block("js"));
  const { stdout, stderr, status } = spawnSync(process.execPath, ["example.mjs"], { cwd: site, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  assert.equal(stdout, block("text"));

  const elements = new Map();
  globalThis.document = {
    getElementById(id) {
      if (!elements.has(id)) {
        const value = block("html").match(new RegExp(`id="${id}"[^>]*value="([^"]*)"`))?.[1];
        elements.set(id, Object.assign(new EventTarget(), { value }));
      }
      return elements.get(id);
    },
  };
  globalThis.fetch = async (name) =>
    new Response(readFileSync(join(site, name)), { headers: { "Content-Type": "application/wasm" } });
  writeFileSync(join(site, "page.mjs"), block("html").match(/<script type="module">([^]*)<\/script>/)[1]);
  await import(pathToFileURL(join(site, "page.mjs")));
  assert.match(document.getElementById("answer").value, /^295\.\d+ FLOP\/byte$/);
  document.getElementById("question").value = "275 TOPS / 204.8 GB/s to op/byt";
  document.getElementById("question").dispatchEvent(new Event("input"));
  assert.match(document.getElementById("answer").value, /unknown unit 'byt'/);
} finally {
  rmSync(site, { recursive: true });
}
console.log("docs/wasm.md: its program and its page do what it says");
