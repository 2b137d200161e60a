#include "engine/load/library_loader.hpp"

#include <algorithm>
#include <map>
#include <sstream>
#include <tuple>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>

#include "engine/load/check_entry.hpp"
#include "engine/load/check_formula.hpp"
#include "engine/load/entry_reader.hpp"
#include "engine/load/formula_reader.hpp"
#include "engine/load/misconception_reader.hpp"

namespace napkin::engine::load {
namespace {

template <class T>
std::vector<T> owned(std::span<const T> list) {
  return {list.begin(), list.end()};
}

class NothingKept : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

/// YAML::LoadAll would tell as well, but never ends on a text such as ", a".
bool has_two_documents(const std::string& text) {
  std::istringstream stream(text);
  YAML::Parser parser(stream);
  NothingKept nothing;
  return parser.HandleNextDocument(nothing) && parser.HandleNextDocument(nothing);
}

class Loader {
 public:
  explicit Loader(const Library& base)
      : entries_(owned(base.registry().entries())),
        fields_(owned(base.registry().fields())),
        formulas_(owned(base.formulas())),
        families_(owned(base.families())) {}

  LoadedLibrary run(std::span<const LibraryFile> files) {
    for (const LibraryFile& file : files) read(file);
    sort();
    LoadedLibrary result;
    result.library = Library(Registry(store_->keep(entries_), store_->keep(fields_), store_->keep(names())),
                             store_->keep(formulas_), store_->keep(families_));
    check(result.library);
    std::stable_sort(errors_.begin(), errors_.end(), [](const LoadError& a, const LoadError& b) {
      return std::tie(a.path, a.line) < std::tie(b.path, b.line);
    });
    result.misconceptions = std::move(misconceptions_);
    result.errors = std::move(errors_);
    result.store = store_;
    return result;
  }

 private:
  void read(const LibraryFile& file) {
    if (file.text.size() > largest_library_file) {
      errors_.push_back({file.path, 0, 0, fmt::format("larger than {} bytes", largest_library_file)});
      return;
    }
    FileContext context(file.path, *store_, errors_);
    try {
      const YAML::Node document = has_two_documents(file.text) ? YAML::Node() : YAML::Load(file.text);
      if (!document.IsMap()) {
        errors_.push_back(
            {file.path, 1, 1, "an entry, a family of formulas or the table of fields is due here: one YAML mapping"});
        return;
      }
      YamlMap map(context, document, "the file");
      read(context, map);
    } catch (const YAML::Exception& error) {
      errors_.push_back({file.path, error.mark.line + 1, error.mark.column + 1, error.msg});
    }
  }

  void read(FileContext& context, YamlMap& map) {
    if (map.has("family") && !map.has("id")) {
      FormulaFamily family = read_formulas(context, map);
      std::erase_if(families_, [&](const Family& known) { return known.id == family.family.id; });
      families_.push_back(family.family);
      for (const Formula& formula : family.formulas) add(formula);
    } else if (map.has("fields")) {
      for (const Field& field : read_fields(context, map)) fields_.push_back(field);
    } else if (map.has("misconceptions")) {
      misconceptions_ = read_misconceptions(map);
    } else {
      add(read_entry(context, map));
    }
  }

  void report(std::string_view at, std::string message) {
    const Position* position = store_->position(at);
    if (position == nullptr) return errors_.push_back({{}, 0, 0, std::move(message)});
    errors_.push_back({position->path, position->line, position->column, std::move(message)});
  }

  bool is_new(std::string_view text) const { return store_->position(text) != nullptr; }

  void add(const Entry& entry) {
    const auto same = [&](const Entry& known) { return known.kind == entry.kind && known.id == entry.id; };
    const auto found = std::find_if(entries_.begin(), entries_.end(), same);
    if (found == entries_.end()) return entries_.push_back(entry);
    if (is_new(found->id)) report(entry.id, fmt::format("{} is defined twice", full_name(entry)));
    *found = entry;
  }

  void add(const Formula& formula) {
    const auto same = [&](const Formula& known) { return known.id == formula.id; };
    const auto found = std::find_if(formulas_.begin(), formulas_.end(), same);
    if (found == formulas_.end()) return formulas_.push_back(formula);
    if (is_new(found->id)) report(formula.id, fmt::format("formula {} is defined twice", formula.id));
    *found = formula;
  }

  void sort() {
    std::sort(entries_.begin(), entries_.end(),
              [](const Entry& a, const Entry& b) { return std::tie(a.kind, a.id) < std::tie(b.kind, b.id); });
    std::sort(formulas_.begin(), formulas_.end(), [](const Formula& a, const Formula& b) { return a.id < b.id; });
    std::sort(families_.begin(), families_.end(), [](const Family& a, const Family& b) { return a.id < b.id; });
  }

  /// Every id and alias; one name stands for one entry.
  std::vector<IndexedName> names() {
    struct WrittenName {
      IndexedName name;
      std::string_view written;
    };
    std::vector<WrittenName> all;
    std::map<std::string_view, std::size_t> owner_of_alias;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const auto index = static_cast<std::uint16_t>(i);
      const Entry& entry = entries_[i];
      const std::string_view id = store_->keep(folded_name(entry.id));
      all.push_back({{id, entry.kind, index}, entry.id});
      for (const std::string_view alias : entry.aliases) {
        const std::string_view folded = store_->keep(folded_name(alias));
        if (folded == id) continue;
        const auto [owner, fresh] = owner_of_alias.emplace(folded, i);
        if (fresh)
          all.push_back({{folded, entry.kind, index}, alias});
        else if (owner->second != i)
          report(is_new(alias) ? alias : entries_[owner->second].id,
                 fmt::format("the alias '{}' of {} is also one of {}", alias, full_name(entry),
                             full_name(entries_[owner->second])));
      }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const WrittenName& a, const WrittenName& b) { return a.name.folded < b.name.folded; });
    std::vector<IndexedName> result;
    for (const WrittenName& named : all) result.push_back(named.name);
    for (std::size_t i = 1; i < all.size(); ++i) {
      const IndexedName &a = all[i - 1].name, &b = all[i].name;
      if (a.folded == b.folded && a.kind == b.kind && a.entry != b.entry)
        report(is_new(all[i].written) ? all[i].written : all[i - 1].written,
               fmt::format("'{}' names both {} and {}", b.folded, full_name(entries_[a.entry]),
                           full_name(entries_[b.entry])));
    }
    return result;
  }

  void check(const Library& library) {
    const auto take = [&](std::vector<LoadError> errors) {
      errors_.insert(errors_.end(), errors.begin(), errors.end());
    };
    for (const Entry& entry : library.registry().entries())
      if (is_new(entry.id)) take(check_entry(entry, library.registry(), *store_));
    for (const Formula& formula : library.formulas())
      if (is_new(formula.id)) take(check_formula(formula, library, *store_));
  }

  std::shared_ptr<LibraryStore> store_ = std::make_shared<LibraryStore>();
  std::vector<Entry> entries_;
  std::vector<Field> fields_;
  std::vector<Formula> formulas_;
  std::vector<Family> families_;
  std::vector<Misconception> misconceptions_;
  std::vector<LoadError> errors_;
};

}  // namespace

std::string to_string(const LoadError& error) {
  if (error.line == 0) return fmt::format("{}: {}", error.path, error.message);
  return fmt::format("{}:{}:{}: {}", error.path, error.line, error.column, error.message);
}

LoadedLibrary load_library(std::span<const LibraryFile> files, const Library& base) { return Loader(base).run(files); }

}  // namespace napkin::engine::load
