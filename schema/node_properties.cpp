#include "schema/node_properties.hpp"

#include "schema/yaml_characters.hpp"

namespace napkin::schema {

std::size_t skip_to_content(std::string_view bytes, std::size_t at) {
  while (at < bytes.size()) {
    if (bytes[at] == '#')
      at = find_line_end(bytes, at);
    else if (is_gap(bytes, at))
      ++at;
    else
      break;
  }
  return at;
}

NodeProperties read_properties(std::string_view bytes, std::size_t begin, int count) {
  NodeProperties properties{{}, {}, begin, begin};
  for (std::size_t at = begin; count > 0 && at < bytes.size() && (bytes[at] == '&' || bytes[at] == '!'); --count) {
    const bool is_anchor = bytes[at] == '&';
    const bool is_verbatim = bytes.substr(at, 2) == "!<";
    const std::string_view stops = is_anchor ? " \t\n\r,[]{}" : is_verbatim ? ">" : " \t\n\r,]}";
    const std::size_t stop = std::min(bytes.find_first_of(stops, at), bytes.size());
    const std::size_t end = std::min(stop + (is_verbatim ? 1 : 0), bytes.size());
    (is_anchor ? properties.anchor : properties.tag) = bytes.substr(at, end - at).substr(is_anchor ? 1 : 0);
    properties.end = end;
    properties.content = at = skip_to_content(bytes, end);
  }
  return properties;
}

}  // namespace napkin::schema
