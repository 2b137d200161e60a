#include "engine/load/library_writer.hpp"

#include <string>
#include <unordered_map>

#include <fmt/format.h>

namespace napkin::engine::load {
namespace {

std::string literal(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      out += fmt::format("\\{}", c);
    else if (byte < 0x20 || byte >= 0x7F)
      out += fmt::format("\\{:03o}", byte);
    else
      out += c;
  }
  return out + "\"sv";
}

/// Writes every list as an array, before the table that refers to it; equal lists share one.
class Writer {
 public:
  std::string run(const LoadedLibrary& loaded) {
    const Library& library = loaded.library;
    const Registry& registry = library.registry();
    const std::string misconceptions =
        list("Misconception", std::span<const Misconception>(loaded.misconceptions), misconception);
    const std::string entries = list("Entry", registry.entries(), [&](const Entry& e) { return entry(e); });
    const std::string fields = list("Field", registry.fields(), [&](const Field& f) {
      return fmt::format("{{{}, {}, {}, {}, {}, {}}}", literal(f.path), f.kinds, texts(f.units), texts(f.qualifiers),
                         literal(f.doc), literal(f.otherwise));
    });
    const std::string names = list("IndexedName", registry.names(), [&](const IndexedName& n) {
      return fmt::format("{{{}, EntryKind::{}, {}}}", literal(n.folded), kind_name(n.kind), n.entry);
    });
    const std::string formulas = list("Formula", library.formulas(), [&](const Formula& f) { return formula(f); });
    const std::string families = list("Family", library.families(), [&](const Family& f) {
      return fmt::format("{{{}, {}}}", literal(f.id), literal(f.doc));
    });
    return "// Made from engine/registry and engine/formulas by embed_library; change those instead.\n"
           "#include \"engine/formula/library.hpp\"\n"
           "#include \"engine/misconceptions/misconceptions.hpp\"\n\n"
           "namespace napkin::engine {\nnamespace {\nusing namespace std::string_view_literals;\n" +
           arrays_ +
           fmt::format(
               "}}  // namespace\n\nconst Library& built_in_library() {{\n"
               "  static const Library library(Registry({}, {}, {}), {}, {});\n  return library;\n}}\n\n"
               "std::span<const Misconception> misconceptions() {{ return {}; }}\n\n"
               "}}  // namespace napkin::engine\n",
               entries, fields, names, formulas, families, misconceptions);
  }

 private:
  template <class T, class Write>
  std::string list(std::string_view type, std::span<const T> items, Write write) {
    if (items.empty()) return "{}";
    std::string body;
    for (const T& item : items) body += "    " + write(item) + ",\n";
    const auto [found, is_new] =
        known_.try_emplace(fmt::format("{}:{}", type, body), fmt::format("a{}", known_.size()));
    if (is_new) arrays_ += fmt::format("constexpr {} {}[] = {{\n{}}};\n", type, found->second, body);
    return found->second;
  }

  std::string texts(std::span<const std::string_view> items) {
    return list("std::string_view", items, [](std::string_view text) { return literal(text); });
  }

  static std::string source(const Source& s) {
    return fmt::format("{{{}, {}, {}, {}, {}}}", literal(s.key), literal(s.title), literal(s.publisher), literal(s.url),
                       literal(s.read));
  }

  std::string value(const Value& v) {
    const std::string qualifiers = list("Qualifier", v.qualifiers, [](const Qualifier& q) {
      return fmt::format("{{{}, {}}}", literal(q.name), literal(q.text));
    });
    const std::string remarks =
        v.remarks == &no_remarks ? "&no_remarks" : list("Remarks", std::span(v.remarks, 1), [](const Remarks& r) {
          return fmt::format("{{{}, {}, {}}}", literal(r.estimate), literal(r.as_written), literal(r.note));
        });
    return fmt::format("{{{}, {}, {}, {}, {}}}", literal(v.field), literal(v.text), qualifiers, v.source, remarks);
  }

  std::string entry(const Entry& e) {
    const std::string aliases = texts(e.aliases), tracks = texts(e.tracks);
    const std::string sources = list("Source", e.sources, source);
    const std::string values = list("Value", e.values, [&](const Value& v) { return value(v); });
    const std::string parts = list("Part", e.parts, [](const Part& p) {
      return fmt::format("{{{}, {}, {}}}", literal(p.role), literal(p.entry), literal(p.count));
    });
    return fmt::format("{{EntryKind::{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}}}", kind_name(e.kind),
                       literal(e.id), literal(e.name), literal(e.group), literal(e.vendor), literal(e.sku),
                       literal(e.notes), e.year, aliases, tracks, sources, values, parts);
  }

  static std::string misconception(const Misconception& m) {
    return fmt::format("{{{}, {}, {}, {}, Applies{{{}}}, {}}}", literal(m.id), literal(m.name), literal(m.learner),
                       m.factor, static_cast<int>(m.applies), m.is_unit_factor);
  }

  static std::string argument(const Argument& a) {
    return fmt::format("{{{}, {}, {}, {}, {}, {}}}", literal(a.name),
                       a.entity ? fmt::format("EntryKind::{}", kind_name(*a.entity)) : "std::nullopt", literal(a.unit),
                       literal(a.default_text), a.is_list, literal(a.doc));
  }

  std::string formula(const Formula& f) {
    const std::string arguments = list("Argument", f.arguments, argument);
    const std::string source_of_formula = list("Source", std::span(f.source, 1), source);
    const std::string examples = list("Example", f.examples, [](const Example& e) {
      return fmt::format("{{{}, {}}}", literal(e.call), literal(e.value));
    });
    return fmt::format("{{{}, {}, {}, {}, {}, {}, {}, {}, {}}}", literal(f.id), literal(f.family), literal(f.name),
                       literal(f.doc), arguments, literal(f.unit), literal(f.expression), source_of_formula, examples);
  }

  std::string arrays_;
  std::unordered_map<std::string, std::string> known_;  // type and content of an array, and its name
};

}  // namespace

std::string write_library(const LoadedLibrary& loaded) { return Writer().run(loaded); }

}  // namespace napkin::engine::load
