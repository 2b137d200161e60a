// Loads napkin_engine.wasm, in Node and in a browser alike:
//   const engine = await loadEngine(bytes);            // an ArrayBuffer, or a Response for compiling while it loads
//   engine.evaluate("275 TOPS / 204.8 GB/s to op/byte").text  // "1,342.77 op/byte"

const done = 0, notSupported = 52;  // of WASI

export async function loadEngine(source) {
  let memory;
  // The module reads no file and no clock. Standard error gets a line where the C library gives up.
  const calls = {
    fd_write(descriptor, vectors, count, written) {
      const view = new DataView(memory.buffer);
      let size = 0, line = "";
      for (let i = 0; i < count; ++i) {
        const begin = view.getUint32(vectors + 8 * i, true), length = view.getUint32(vectors + 8 * i + 4, true);
        line += new TextDecoder().decode(new Uint8Array(memory.buffer, begin, length));
        size += length;
      }
      console.error(line.trimEnd());
      view.setUint32(written, size, true);
      return done;
    },
    proc_exit(status) { throw new Error(`the engine ended with ${status}`); },
  };
  const imports = new Proxy({}, {
    get: () => new Proxy({}, { get: (_, name) => calls[name] ?? (() => notSupported), has: () => true }),
  });

  const { instance } = source instanceof ArrayBuffer || ArrayBuffer.isView(source)
    ? await WebAssembly.instantiate(source, imports)
    : await WebAssembly.instantiateStreaming(source, imports);
  const module = instance.exports;
  memory = module.memory;
  module._initialize?.();

  function textAt(address) {
    const bytes = new Uint8Array(memory.buffer);
    return new TextDecoder().decode(bytes.subarray(address, bytes.indexOf(0, address)));
  }

  /** Calls a function of the API with a text. */
  function answered(call, text) {
    const bytes = new TextEncoder().encode(text.replaceAll("\0", " "));
    const address = module.malloc(bytes.length + 1);
    const room = new Uint8Array(memory.buffer, address, bytes.length + 1);
    room.set(bytes);
    room[bytes.length] = 0;
    const answer = textAt(call(address));
    module.free(address);
    return answer;
  }

  return {
    version: textAt(module.napkin_version()),
    evaluate: (text) => JSON.parse(answered(module.napkin_evaluate, text)),
    formulaExamples: () => JSON.parse(textAt(module.napkin_formula_examples())),
  };
}
