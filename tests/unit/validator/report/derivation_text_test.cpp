#include "validator/report/derivation_text.hpp"

#include <catch2/catch.hpp>

using namespace napkin::validator;

namespace {

Derivation derivation(const char* field, int line, const char* text, Verdict verdict) {
  Derivation derivation;
  derivation.place = {"a.yaml", field, line, 1, line, 2};
  derivation.text = text;
  derivation.verdict = verdict;
  return derivation;
}

}  // namespace

TEST_CASE("the ledger of a question, field by field", "[report]") {
  Derivation right = derivation("details.realistic_solution", 12, "2 * 3 GB = 6 GB", Verdict::consistent);
  right.expression = "2 * 3 GB";
  right.derived = napkin::engine::Interval::exactly(6);
  right.unit = "GB";
  Derivation wrong = derivation("details.napkin_math", 20, "2 * 3 GB = 48 GB", Verdict::inconsistent);
  wrong.expression = "2 * 3 GB";
  wrong.derived = napkin::engine::Interval::exactly(6);
  wrong.unit = "GB";
  wrong.explanation = "bits taken for bytes";
  Derivation open = derivation("details.napkin_math", 21, "about half", Verdict::undecided);
  Derivation unread = derivation("details.napkin_math", 22, "3 blorps = 4", Verdict::unread);
  unread.unread = UnreadReason::unknown_unit;
  unread.explanation = "blorps";
  const std::vector ledger = {right, wrong, open, unread};
  CHECK(derivation_text(ledger, false) ==
        "details.realistic_solution\n"
        "    12 ✓ 2 * 3 GB = 6 GB\n"
        "         is       2 * 3 GB\n"
        "         gives    6 GB\n"
        "\n"
        "details.napkin_math\n"
        "    20 ✗ 2 * 3 GB = 48 GB\n"
        "         is       2 * 3 GB\n"
        "         gives    6 GB\n"
        "         so       inconsistent: bits taken for bytes\n"
        "    21 ? about half\n"
        "         so       undecided\n"
        "    22 · 3 blorps = 4\n"
        "         unread   unknown unit: blorps\n");
  CHECK(derivation_text(ledger, true).find("\x1b[1;31m✗\x1b[0m") != std::string::npos);
  CHECK(derivation_text({}, false).empty());
}
