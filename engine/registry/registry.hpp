// The registry of hardware, models, links and prices: every figure with its unit and where it is from. Data: the YAML
// files of this folder, checked and embedded at build time; `--registry DIR` adds to them. docs/registry.md tells how
// an entry is written.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace napkin::engine {

enum class EntryKind : std::uint8_t {
  device,
  memory,
  link,
  model,
  system,
  energy,
  latency,
  price,
  grid,
  facility,
  component,
  precision
};
inline constexpr std::size_t entry_kind_count = 12;

/// "device".
std::string_view kind_name(EntryKind kind);
std::optional<EntryKind> kind_named(std::string_view name);
/// What stands before the id in an expression: "hw" of hw.h100_sxm; else the kind's name.
std::string_view kind_prefix(EntryKind kind);
std::optional<EntryKind> kind_of_prefix(std::string_view prefix);

/// Where a figure or a formula is from.
struct Source {
  std::string_view key{};  // within its entry or family
  std::string_view title{}, publisher{}, url{};
  std::string_view read{};  // the date on which somebody opened it; "recalled": cited without being opened
};

struct Qualifier {
  std::string_view name{}, text{};  // "precision", "fp16"
};

inline constexpr std::uint16_t no_source = 0xFFFF;

/// What few values have.
struct Remarks {
  std::string_view estimate{};    // the reasoning behind a value that no source gives
  std::string_view as_written{};  // the vendor's own text, where it says something else ("512 KB" of 512 KiB)
  std::string_view note{};
};
inline constexpr Remarks no_remarks{};

/// One figure. Exactly one of source and estimate is given. There are thousands: what most of them have not stands
/// elsewhere.
struct Value {
  std::string_view field{};  // "memory.bandwidth"
  std::string_view text{};   // in the strict language: "3.35 TB/s"
  std::span<const Qualifier> qualifiers{};
  std::uint16_t source = no_source;  // index into the entry's sources
  const Remarks* remarks = &no_remarks;
};

/// Another entry that this one contains.
struct Part {
  std::string_view role{};   // "accelerator"
  std::string_view entry{};  // "hw.h100_sxm"
  std::string_view count{};  // "8"
};

struct Entry {
  EntryKind kind = EntryKind::device;
  std::string_view id{};     // "h100_sxm"
  std::string_view name{};   // "NVIDIA H100 SXM5 80 GB"
  std::string_view group{};  // class of a device ("gpu"), family of a model
  std::string_view vendor{}, sku{}, notes{};
  int year = 0;  // 0: not said
  std::span<const std::string_view> aliases{}, tracks{};
  std::span<const Source> sources{};
  std::span<const Value> values{};
  std::span<const Part> parts{};
};

/// One row of fields.yaml: which entries may give the field, and its dimension by way of typical units.
struct Field {
  std::string_view path{};
  std::uint16_t kinds = 0;                    // a bit for each EntryKind
  std::span<const std::string_view> units{};  // the first is typical; empty text for a pure number
  std::span<const std::string_view> qualifiers{};
  std::string_view doc{};
  std::string_view otherwise{};  // the field that says the same of an entry without this one; may be empty

  bool is_of(EntryKind kind) const { return (kinds >> static_cast<unsigned>(kind) & 1U) != 0; }
};

/// A name that stands for an entry, in the form in which names are compared; sorted by `folded`.
struct IndexedName {
  std::string_view folded{};  // folded_name of an id or an alias
  EntryKind kind = EntryKind::device;
  std::uint16_t entry = 0;  // index into the entries
};

/// The form in which names are compared: lower case, without spaces, hyphens and underscores, but for a point where one
/// stands between two digits. "h100sxm" of "H100 SXM", "llama3.1.8b" of "Llama-3.1-8B" and of "llama_3_1_8b".
std::string folded_name(std::string_view name);

/// Views of data that outlives it.
class Registry {
 public:
  Registry() = default;
  /// Entries sorted by kind and id; names sorted by folded text.
  Registry(std::span<const Entry> entries, std::span<const Field> fields, std::span<const IndexedName> names)
      : entries_(entries), fields_(fields), names_(names) {}

  std::span<const Entry> entries() const { return entries_; }
  std::span<const Entry> entries(EntryKind kind) const;
  std::span<const Field> fields() const { return fields_; }
  std::span<const IndexedName> names() const { return names_; }

  /// By id or alias, in any spelling of it ("H100-SXM5", "h100_sxm").
  const Entry* find(EntryKind kind, std::string_view name) const;
  /// "hw.h100_sxm", or a name that stands for an entry of one kind only.
  const Entry* find(std::string_view name) const;
  /// What a misspelt name may mean, best first; at most three.
  std::vector<std::string> similar(EntryKind kind, std::string_view name) const;

  const Field* field(std::string_view path, EntryKind kind) const;

 private:
  std::span<const Entry> entries_;
  std::span<const Field> fields_;
  std::span<const IndexedName> names_;
};

/// "hw.h100_sxm".
std::string full_name(const Entry& entry);

}  // namespace napkin::engine
