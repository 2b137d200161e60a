#include "schema/mapped_text.hpp"

#include <catch2/catch.hpp>

namespace napkin::schema {
namespace {

// 'it''s' folded: "it" copied, the doubled quote, "s" copied, a fold of 4 bytes, "on" copied.
const MappedText mapped{"it's on",
                        {{0, 2, {11, 13}}, {2, 1, {13, 15}}, {3, 1, {15, 16}}, {4, 1, {16, 20}}, {5, 2, {20, 22}}}};

}  // namespace

TEST_CASE("each decoded byte stands somewhere in the file", "[mapped]") {
  const std::size_t expected[] = {11, 12, 13, 15, 16, 20, 21};
  for (std::size_t i = 0; i < std::size(expected); ++i) CHECK(mapped.source_offset(i) == expected[i]);
  CHECK(mapped.source_offset(7) == 22);
  CHECK(mapped.source_offset(99) == 22);
}

TEST_CASE("a range of decoded text covers all that it stands for", "[mapped]") {
  CHECK(mapped.source_range(0, 1) == ByteRange{11, 12});
  CHECK(mapped.source_range(0, 3) == ByteRange{11, 15});
  CHECK(mapped.source_range(2, 4) == ByteRange{13, 16});
  CHECK(mapped.source_range(4, 5) == ByteRange{16, 20});
  CHECK(mapped.source_range(5, 7) == ByteRange{20, 22});
  CHECK(mapped.source_range(0, 7) == ByteRange{11, 22});
  CHECK(mapped.source_range(0, 99) == ByteRange{11, 22});
  CHECK(mapped.source_range(3, 3) == ByteRange{15, 15});
  CHECK(mapped.source_range(5, 2) == ByteRange{20, 20});
}

TEST_CASE("text without runs stands nowhere, and asking does no harm", "[mapped]") {
  CHECK(MappedText{}.source_offset(3) == 0);
  CHECK(MappedText{}.source_range(0, 3) == ByteRange{0, 0});
}

}  // namespace napkin::schema
