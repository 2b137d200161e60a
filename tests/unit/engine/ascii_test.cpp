#include "engine/text/ascii.hpp"

#include <cctype>

#include <catch2/catch.hpp>

using namespace napkin::engine;

TEST_CASE("classes of characters agree with the C library's in its own locale", "[ascii]") {
  for (int value = 0; value < 256; ++value) {
    CAPTURE(value);
    const char c = static_cast<char>(value);
    CHECK(is_digit(c) == (std::isdigit(value) != 0));
    CHECK(is_lower(c) == (std::islower(value) != 0));
    CHECK(is_upper(c) == (std::isupper(value) != 0));
    CHECK(is_letter(c) == (std::isalpha(value) != 0));
    CHECK((hexadecimal_digit(c) >= 0) == (std::isxdigit(value) != 0));
    CHECK(lower(c) == static_cast<char>(std::tolower(value)));
  }
}

TEST_CASE("texts are lowered and compared without their case", "[ascii]") {
  CHECK(lowered("GB/s µS") == "gb/s µs");
  CHECK(hexadecimal_digit('f') == 15);
  CHECK(hexadecimal_digit('A') == 10);
  CHECK(same_letters("Wrong-Arithmetic", "wrong-arithmetic"));
  CHECK_FALSE(same_letters("A20", "A201"));
}
