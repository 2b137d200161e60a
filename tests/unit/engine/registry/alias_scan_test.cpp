#include "engine/registry/alias_scan.hpp"

#include <cstdint>
#include <string>
#include <utility>

#include <catch2/catch.hpp>

#include "engine/formula/library.hpp"

using namespace napkin::engine;

namespace {

const Registry& registry() { return built_in_library().registry(); }

constexpr std::uint16_t machines_and_models = kind_bit(EntryKind::device) | kind_bit(EntryKind::model);

/// "hw.h100_sxm:H100 SXM" of every mention, one a line.
std::string mentions(std::string_view text, std::uint16_t kinds = machines_and_models) {
  std::string all;
  for (const Mention& mention : find_mentions(registry(), text, kinds))
    all += (all.empty() ? "" : "\n") + full_name(*mention.entry) + ":" +
           std::string(text.substr(mention.begin, mention.end - mention.begin));
  return all;
}

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

/// The slow way, for texts of words that are parted by single spaces and hold no decimals: of every word start the
/// longest run of words that is a name.
std::string mentions_the_slow_way(std::string_view text) {
  std::string all;
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (text[begin] == ' ' || (begin > 0 && is_word(text[begin - 1]))) continue;
    for (std::size_t end = text.size(); end > begin; --end) {
      if (end < text.size() && is_word(text[end - 1]) && is_word(text[end])) continue;
      if (text[end - 1] == ' ') continue;
      const std::string_view words = text.substr(begin, end - begin);
      std::string found;
      for (const EntryKind kind : {EntryKind::device, EntryKind::model})
        if (const Entry* entry = registry().find(kind, words))
          found += (all.empty() && found.empty() ? "" : "\n") + full_name(*entry) + ":" + std::string(words);
      if (found.empty()) continue;
      all += found;
      begin = end - 1;
      break;
    }
  }
  return all;
}

}  // namespace

TEST_CASE("a text names entries in any spelling, the longest counts", "[alias_scan]") {
  CHECK(mentions("An H100 SXM beside two A100-PCIe-40GB.") == "hw.h100_sxm:H100 SXM\nhw.a100_pcie_40gb:A100-PCIe-40GB");
  CHECK(mentions("h100_sxm, H100-SXM, h100 sxm") == "hw.h100_sxm:h100_sxm\nhw.h100_sxm:H100-SXM\nhw.h100_sxm:h100 sxm");
  CHECK(mentions("an H100\n      SXM5") == "hw.h100_sxm:H100\n      SXM5");
  CHECK(mentions("an H100\n\nSXM5") == "hw.h100_sxm:H100");
  CHECK(mentions("hw.h100_sxm.memory.bandwidth") == "hw.h100_sxm:h100_sxm");
  CHECK(mentions("8 H100s, (H100), H100-based, \"H100\"") ==
        "hw.h100_sxm:H100\nhw.h100_sxm:H100\nhw.h100_sxm:H100\nhw.h100_sxm:H100");
}

TEST_CASE("a name is a whole word", "[alias_scan]") {
  CHECK(mentions("").empty());
  CHECK(mentions("AH100, H1000, my_h100, H100x, h100_count").empty());
  CHECK(mentions("Llama 3 8B") == "model.llama_3_8b:Llama 3 8B");
  CHECK(mentions("Llama 3.1 8B") == "model.llama_3_1_8b:Llama 3.1 8B");
  CHECK(mentions("Llama-3-8B-Instruct") == "model.llama_3_8b:Llama-3-8B");
  CHECK(mentions("the last word is H100 ") == "hw.h100_sxm:H100");
  CHECK(mentions("the last word is H100-") == "hw.h100_sxm:H100");
}

TEST_CASE("only the kinds that are asked for", "[alias_scan]") {
  CHECK(mentions("an H100 for Llama 3 8B", kind_bit(EntryKind::model)) == "model.llama_3_8b:Llama 3 8B");
  CHECK(mentions("an H100 for Llama 3 8B", kind_bit(EntryKind::device)) == "hw.h100_sxm:H100");
  CHECK(mentions("an H100 for Llama 3 8B", 0).empty());
}

TEST_CASE("every name of the registry is found where it stands alone", "[alias_scan]") {
  const auto check = [](const Entry& entry, std::string_view name) {
    const std::string text = "(" + std::string(name) + ") and more";
    const auto found = find_mentions(registry(), text, kind_bit(entry.kind));
    INFO(full_name(entry) << ": " << name);
    REQUIRE(found.size() == 1);
    CHECK(found[0].entry == &entry);
    CHECK(found[0].begin == 1);
    CHECK(found[0].end == 1 + name.size());
  };
  for (const Entry& entry : registry().entries()) {
    check(entry, entry.id);
    for (const std::string_view alias : entry.aliases) check(entry, alias);
  }
}

TEST_CASE("one pass finds what trying every run of words finds", "[alias_scan]") {
  // Words of names, thrown together: names that start like others, that end early, that hold others.
  std::vector<std::string> words = {"and", "8", "x", "the"};
  for (const Entry& entry : registry().entries(EntryKind::device))
    for (const std::string_view alias : entry.aliases)
      if (words.size() < 400 && alias.find('.') == std::string_view::npos) {
        std::string word;
        for (const char c : alias) {
          if (c != ' ' && c != '-' && c != '_')
            word += c;
          else if (!word.empty())
            words.push_back(std::exchange(word, {}));
        }
        words.push_back(word);
      }
  std::uint32_t state = 12345;
  const auto next = [&state](std::size_t limit) {
    state = state * 1664525 + 1013904223;
    return (state >> 8) % limit;
  };
  for (int round = 0; round < 300; ++round) {
    std::string text;
    const std::size_t start = next(words.size());
    for (std::size_t i = 0; i < 12; ++i)
      text += (text.empty() ? "" : " ") + words[next(3) == 0 ? next(words.size()) : (start + i) % words.size()];
    CHECK(mentions(text) == mentions_the_slow_way(text));
  }
}
