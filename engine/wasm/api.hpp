// The engine behind plain C functions, for programs in other languages and for pages (as a WebAssembly module).
// Texts are UTF-8 and end with a NUL; an answer stays valid until the next call.
#pragma once

extern "C" {

/// "0.1.0".
const char* napkin_version(void);

/// An expression of the strict language, with the embedded registry and formulas: the JSON of
/// `napkin eval --format json`.
const char* napkin_evaluate(const char* text);

/// [{"formula":"ridge_point","call":"ridge_point(hw.h100_sxm, fp16)","value":"295 FLOP/byte"},…]
const char* napkin_formula_examples(void);
}
