// From a LinkML schema as written to one as checked: names looked up, inherited slots handed down, patterns compiled.
// The order of inheritance is linkml_runtime's (SchemaView.induced_slot), so that both see the same slots.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "engine/text/spelling.hpp"
#include "schema/linkml_slot_rules.hpp"
#include "schema/linkml_source.hpp"
#include "schema/linkml_types.hpp"

namespace napkin::schema::linkml {
namespace {

template <class T>
void override_with(std::optional<T>& value, const std::optional<T>& newer) {
  if (newer) value = newer;
}

// A slot_usage narrows what its slot says: bounds add up, everything else is replaced.
void apply_usage(SlotSource& slot, const SlotSource& usage) {
  ExpressionSource& to = slot.expression;
  const ExpressionSource& from = usage.expression;
  override_with(to.range, from.range);
  override_with(to.pattern, from.pattern);
  override_with(to.equals_string, from.equals_string);
  if (from.minimum_value)
    to.minimum_value = std::max(to.minimum_value.value_or(*from.minimum_value), *from.minimum_value);
  if (from.maximum_value)
    to.maximum_value = std::min(to.maximum_value.value_or(*from.maximum_value), *from.maximum_value);
  override_with(to.inlined, from.inlined);
  override_with(to.inlined_as_list, from.inlined_as_list);
  if (!from.any_of.empty()) to.any_of = from.any_of;
  override_with(slot.description, usage.description);
  override_with(slot.required, usage.required);
  override_with(slot.multivalued, usage.multivalued);
  override_with(slot.identifier, usage.identifier);
  override_with(slot.key, usage.key);
  override_with(slot.minimum_cardinality, usage.minimum_cardinality);
  override_with(slot.maximum_cardinality, usage.maximum_cardinality);
  slot.simple_dict_value = slot.simple_dict_value || usage.simple_dict_value;
}

const SlotSource* find_slot(const std::vector<SlotSource>& slots, std::string_view name) {
  const auto found =
      std::find_if(slots.begin(), slots.end(), [&](const SlotSource& slot) { return slot.name == name; });
  return found == slots.end() ? nullptr : &*found;
}

class Resolver {
 public:
  explicit Resolver(const SchemaSource& source) : source_(source) {
    for (ClassIndex i = 0; i < source.classes.size(); ++i) class_index_.emplace(source.classes[i].name, i);
    for (const ClassSource& cls : source.classes) parents_.push_back(parents_of(cls));
    for (ClassIndex i = 0; i < source.classes.size(); ++i) ancestors_.push_back(ancestors_of(i));
    for (ClassIndex i = 0; i < source.classes.size(); ++i) induced_.push_back(induced_slots(i));
  }

  Schema resolve(std::string_view root_class) {
    Schema::Parts parts;
    parts.name = source_.name;
    parts.title = source_.title;
    parts.description = source_.description;
    parts.version = source_.version;
    parts.id = source_.id;
    for (const EnumSource& source : source_.enums) parts.enums.push_back(resolve_enum(source));
    const SlotContext context{source_, class_index_, ancestors_, induced_};
    for (ClassIndex i = 0; i < source_.classes.size(); ++i) {
      const ClassSource& source = source_.classes[i];
      ClassDefinition cls;
      cls.name = source.name;
      cls.description = source.description;
      cls.abstract = source.abstract;
      cls.anything = source.class_uri == "linkml:Any";
      for (const SlotSource& slot : induced_[i]) cls.slots.push_back(make_slot(context, slot));
      cls.identifier = identifier_slot(induced_[i], true);
      parts.classes.push_back(std::move(cls));
    }
    parts.root = find_root(root_class);
    return Schema(std::move(parts));
  }

 private:
  static EnumDefinition resolve_enum(const EnumSource& source) {
    EnumDefinition enumeration{source.name, source.description, source.values, {}};
    for (const PermissibleValue& value : source.values) enumeration.sorted.push_back(value.text);
    std::sort(enumeration.sorted.begin(), enumeration.sorted.end());
    return enumeration;
  }

  ClassIndex look_up_class(const WrittenName& name) const {
    const auto found = class_index_.find(name.value);
    if (found != class_index_.end()) return found->second;
    throw SchemaError{fmt::format("there is no class '{}'", name.value), name.offset};
  }

  std::vector<ClassIndex> parents_of(const ClassSource& cls) const {
    std::vector<ClassIndex> parents;
    for (const WrittenName& mixin : cls.mixins) parents.push_back(look_up_class(mixin));
    if (cls.is_a) parents.push_back(look_up_class(*cls.is_a));
    return parents;
  }

  // Itself first; then as SchemaView walks, taking the last one put off first.
  std::vector<ClassIndex> ancestors_of(ClassIndex cls) const {
    std::vector<ClassIndex> found = {cls};
    std::unordered_set<ClassIndex> seen = {cls};
    std::vector<ClassIndex> open = {cls};
    while (!open.empty()) {
      const ClassIndex next = open.back();
      open.pop_back();
      for (const ClassIndex parent : parents_[next]) {
        if (parent == cls)
          throw SchemaError{fmt::format("the class '{}' is its own ancestor", source_.classes[cls].name),
                            source_.classes[cls].offset};
        if (!seen.insert(parent).second) continue;
        found.push_back(parent);
        open.push_back(parent);
      }
    }
    return found;
  }

  std::vector<SlotSource> induced_slots(ClassIndex cls) const {
    std::vector<SlotSource> slots;
    std::unordered_set<std::string_view> seen;
    for (const ClassIndex ancestor : ancestors_[cls]) {
      const ClassSource& source = source_.classes[ancestor];
      for (const WrittenName& name : source.slots)
        if (seen.insert(name.value).second) slots.push_back(induced_slot(cls, name));
      for (const SlotSource& attribute : source.attributes)
        if (seen.insert(attribute.name).second)
          slots.push_back(induced_slot(cls, {attribute.name, attribute.expression.offset}));
    }
    for (const SlotSource& usage : source_.classes[cls].slot_usage)
      if (!seen.contains(usage.name))
        throw SchemaError{
            fmt::format("slot_usage of '{}', which '{}' does not have", usage.name, source_.classes[cls].name),
            usage.expression.offset};
    return slots;
  }

  SlotSource induced_slot(ClassIndex cls, const WrittenName& name) const {
    const std::vector<ClassIndex>& ancestors = ancestors_[cls];
    const SlotSource* base = nullptr;
    for (const ClassIndex ancestor : ancestors)
      if (base == nullptr) base = find_slot(source_.classes[ancestor].attributes, name.value);
    if (base == nullptr) base = find_slot(source_.slots, name.value);
    if (base == nullptr) throw SchemaError{fmt::format("there is no slot '{}'", name.value), name.offset};
    SlotSource slot = *base;
    for (auto ancestor = ancestors.rbegin(); ancestor != ancestors.rend(); ++ancestor)
      if (const SlotSource* usage = find_slot(source_.classes[*ancestor].slot_usage, name.value))
        apply_usage(slot, *usage);
    if (!slot.expression.range) slot.expression.range = source_.default_range;
    return slot;
  }

  ClassIndex find_root(std::string_view root_class) const {
    if (!root_class.empty()) {
      const auto found = class_index_.find(root_class);
      if (found != class_index_.end()) return found->second;
      std::vector<std::string_view> names;
      for (const ClassSource& cls : source_.classes) names.push_back(cls.name);
      const auto nearest = engine::closest_word(root_class, names);
      throw SchemaError{fmt::format("there is no class '{}'{}", root_class,
                                    nearest ? fmt::format("; did you mean '{}'?", *nearest) : std::string()),
                        0};
    }
    for (ClassIndex i = 0; i < source_.classes.size(); ++i)
      if (source_.classes[i].tree_root) return i;
    std::unordered_set<ClassIndex> referred;
    for (const std::vector<SlotSource>& slots : induced_)
      for (const SlotSource& slot : slots) {
        const auto range = slot.expression.range ? class_index_.find(slot.expression.range->value) : class_index_.end();
        if (range != class_index_.end())
          referred.insert(ancestors_[range->second].begin(), ancestors_[range->second].end());
      }
    std::vector<ClassIndex> candidates;
    for (ClassIndex i = 0; i < source_.classes.size(); ++i)
      if (!referred.contains(i)) candidates.push_back(i);
    if (candidates.size() == 1) return candidates.front();
    std::string names;
    for (const ClassIndex i : candidates) names += (names.empty() ? "" : ", ") + source_.classes[i].name;
    throw SchemaError{candidates.empty()
                          ? std::string("no class is the root: mark it with 'tree_root: true'")
                          : "several classes may be the root (" + names + "): mark it with 'tree_root: true'",
                      0};
  }

  const SchemaSource& source_;
  std::unordered_map<std::string_view, ClassIndex> class_index_;
  std::vector<std::vector<ClassIndex>> parents_;
  std::vector<std::vector<ClassIndex>> ancestors_;
  std::vector<std::vector<SlotSource>> induced_;
};

}  // namespace

Schema resolve_schema(const SchemaSource& source, std::string_view root_class) {
  return Resolver(source).resolve(root_class);
}

}  // namespace napkin::schema::linkml
