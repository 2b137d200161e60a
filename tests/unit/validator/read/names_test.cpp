#include "validator/read/names.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/validator/prose.hpp"
#include "validator/read/tokenizer.hpp"

using namespace napkin::validator;

namespace {

std::string shown(std::string_view text) {
  read::UnitLookup units;
  read::Tokens tokens = read::tokenize(text);
  read::leave_names_alone(tokens, units);
  read::split_joined_names(tokens, units);
  return show(tokens);
}

}  // namespace

TEST_CASE("numbers of versions and models are left alone", "[names]") {
  struct Case {
    const char* text;
    const char* tokens;
  };
  const Case cases[] = {
      {"PCIe 4.0 × 16", "PCIe ‹4.0› * 16"},
      {"NVLink 4 × 18", "NVLink ‹4› * 18"},
      {"Wi-Fi 6 × 2", "Wi-Fi ‹6› * 2"},
      {"Llama 3 70B × 2", "Llama ‹3› 70 B * 2"},
      {"PCIe 4.0 gives 2", "PCIe ‹4.0› gives 2"},
      {"Mixtral 8x7B = 47B", "Mixtral ‹8› ‹x› ‹7› ‹B› = 47 B"},
      // figures
      {"NVLink 50 GB/s × 18", "NVLink 50 GB / s * 18"},
      {"PCIe 2 GB/s × 16", "PCIe 2 GB / s * 16"},
      {"NVLink 900 × 2", "NVLink 900 * 2"},
      {"PCIe = 4 × 16", "PCIe = 4 * 16"},
      {"PCIe 16 lanes × 2", "PCIe 16 lanes * 2"},
      {"batch 8 × 4", "batch 8 * 4"},
      {"total: 8x7B", "total : 8 * 7 B"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(shown(c.text) == c.tokens);
  }
}

TEST_CASE("letters that the text defines are names of their own where they are joined", "[names]") {
  CHECK(shown("L = 12, d = 768: 12Ld²") == "L = 12 , d = 768 : 12 L d ^ 2");
  CHECK(shown("Layers (L): 12, d = 768: 12Ld") == "Layers ( L ) : 12 , d = 768 : 12 L d");
  CHECK(shown("m = 2, s = 3: 12ms") == "m = 2 , s = 3 : 12 ms");  // milliseconds
  CHECK(shown("L = 12: 12Ld²") == "L = 12 : 12 Ld ^ 2");          // no d
  CHECK(shown("i = 2, s = 3: it is") == "i = 2 , s = 3 : it is");
}

TEST_CASE("a name that the text defines multiplies what it is glued to", "[names]") {
  struct Case {
    const char* text;
    Lines verdicts;
  };
  const Case cases[] = {
      {"d = 768. 12·d²·12 = 84.9M", {"= 84.9M: consistent"}},
      {"d = 768. 12·d²·12 = 94.9M", {"= 94.9M: inconsistent"}},
      {"h = 4096. 4·h² = 67.1M", {"= 67.1M: consistent"}},
      {"h = 4096. 4×h² = 77.1M", {"= 77.1M: inconsistent"}},
      {"h = 4096, s = 2048. 2·s·h = 16.8M", {"= 16.8M: consistent"}},
      {"h = 4096, s = 2048. 2·s·h = 18.8M", {"= 18.8M: inconsistent"}},
      {"V = 32,000; 2·V·4096 = 262M", {"= 262M: consistent"}},
      {"L = 12, d = 768: 12Ld² = 84.9M", {"= 84.9M: consistent"}},
      {"L = 12, d = 768: 12Ld² = 94.9M", {"= 94.9M: inconsistent"}},
      {"M = 512, N = 256, K = 4096; 2·M·N·K = 1.07 GFLOP", {"= 1.07 GFLOP: consistent"}},
      {"M = 512, N = 256, K = 4096; 2MNK = 1.07 GFLOP", {"= 1.07 GFLOP: consistent"}},
      {"a = 64, s = 2048, h = 4096. 34 + 5·a·s/h = 194", {"= 194: consistent"}},
      {"a = 64, s = 2048, h = 4096. 34 + 5·a·s/h = 114", {"= 114: inconsistent"}},
      // both the name and the unit may be meant
      {"s = 2048. 5s × 10 = 50 s", {"= 50 s: consistent"}},
      {"s = 2048. 5s × 10 = 102,400", {"= 102,400: consistent"}},
      {"B = 8. 7B × 2 bytes = 14 GB", {"= 14 GB: consistent"}},
      {"B = 8. 7B × 2 bytes = 19 GB", {"= 19 GB: inconsistent"}},
      // nobody defines it
      {"2·s·h = 16.8M", {"= 16.8M: unread (free variable)"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(verdicts(check_prose(c.text)) == c.verdicts);
  }
}

TEST_CASE("a name with two values decides nothing", "[names]") {
  CHECK(verdicts(check_prose("Model A: S = 10 GB. Model B: S = 20 GB. For A: S / 2 = 5 GB")) ==
        Lines{"= 5 GB: unread (name with two values)"});
  CHECK(verdicts(check_prose("Model A: S = 10 GB. Model B: S = 20 GB. S / 2 = 10 GB")) == Lines{"= 10 GB: consistent"});
  CHECK(verdicts(check_prose("S = 10 GB. S / 2 = 6 GB")) == Lines{"= 6 GB: inconsistent"});
  CHECK(verdicts(check_prose("S = 10 GB. S = 10.0 GB. S / 2 = 6 GB")) == Lines{"= 6 GB: inconsistent"});
}

TEST_CASE("a resolution is no thousand", "[names]") {
  CHECK(findings(check_prose("4K × 60 fps = 500 MP/s")) == Lines{});
  CHECK(verdicts(check_prose("4K frames × 6 MB = 24 GB")) == Lines{"= 24 GB: consistent"});
}

TEST_CASE("the base of a logarithm may be a subscript", "[names]") {
  CHECK(verdicts(check_prose("log₂(8) = 3")) == Lines{"= 3: consistent"});
  CHECK(findings(check_prose("log₂(8) = 4")) == Lines{"A201 error"});
}
