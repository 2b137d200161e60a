#include "cli/line_editor.hpp"

#include <clocale>

#include <unistd.h>

#include "cli/table.hpp"
#include "cli/terminal.hpp"
#include "engine/expression/parse.hpp"

#ifdef NAPKIN_HAS_LIBEDIT
#include <histedit.h>
#endif

namespace napkin::cli {

std::optional<std::string> read_line(std::FILE* file) {
  std::string line;
  int c = std::getc(file);
  if (c == EOF) return std::nullopt;
  for (; c != EOF && c != '\n'; c = std::getc(file))
    if (line.size() <= engine::longest_expression) line += static_cast<char>(c);
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

#ifdef NAPKIN_HAS_LIBEDIT

namespace {

constexpr int remembered_lines = 1000;
constexpr std::size_t most_shown = 60;

/// Words in columns, as wide as the terminal.
std::string in_columns(const std::vector<std::string>& words) {
  std::size_t widest = 0;
  const std::size_t count = std::min(words.size(), most_shown);
  for (std::size_t i = 0; i < count; ++i) widest = std::max(widest, columns_of(words[i]));
  const std::size_t width = static_cast<std::size_t>(terminal_width(STDOUT_FILENO, 80));
  const std::size_t in_a_line = std::max<std::size_t>(1, width / (widest + 2));
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    const bool ends_line = (i + 1) % in_a_line == 0 || i + 1 == count;
    out += ends_line ? words[i] + "\n" : padded(words[i], widest + 2);
  }
  if (words.size() > count) out += "and " + std::to_string(words.size() - count) + " more\n";
  return out;
}

}  // namespace

struct LineEditor::State {
  std::string prompt;
  Complete complete;
  EditLine* editor = nullptr;
  History* history = nullptr;

  static State& of(EditLine* editor) {
    void* data = nullptr;
    el_get(editor, EL_CLIENTDATA, &data);
    return *static_cast<State*>(data);
  }

  static char* prompt_of(EditLine* editor) { return of(editor).prompt.data(); }

  /// What Tab does: writes what is certain, shows the choice where there is one.
  static unsigned char complete_here(EditLine* editor, int) {
    const LineInfo* line = el_line(editor);
    const std::string_view before(line->buffer, static_cast<std::size_t>(line->cursor - line->buffer));
    const engine::Completions found = of(editor).complete(before);
    if (found.words.empty()) return CC_REFRESH_BEEP;
    const std::string start = engine::common_start(found.words);
    const std::size_t typed = before.size() - found.begin;
    const bool says_more = start.size() > typed || (found.words.size() == 1 && start != before.substr(found.begin));
    if (says_more) {
      el_deletestr(editor, static_cast<int>(typed));
      return el_insertstr(editor, start.c_str()) == 0 ? CC_REFRESH : CC_ERROR;
    }
    if (found.words.size() == 1) return CC_NORM;
    std::printf("\n%s", in_columns(found.words).c_str());
    std::fflush(stdout);
    return CC_REDISPLAY;
  }

  void open() {
    std::setlocale(LC_CTYPE, "");  // so that the editor knows how wide "µs" is
    editor = el_init("napkin", stdin, stdout, stderr);
    history = history_init();
    if (editor == nullptr || history == nullptr) return;
    HistEvent event;
    ::history(history, &event, H_SETSIZE, remembered_lines);
    ::history(history, &event, H_SETUNIQUE, 1);
    el_set(editor, EL_CLIENTDATA, this);
    el_set(editor, EL_PROMPT, &prompt_of);
    el_set(editor, EL_EDITOR, "emacs");
    el_set(editor, EL_SIGNAL, 1);
    el_set(editor, EL_HIST, &::history, history);
    el_set(editor, EL_ADDFN, "napkin-complete", "Complete the word", &complete_here);
    el_set(editor, EL_BIND, "^I", "napkin-complete", nullptr);
  }

  ~State() {
    if (editor != nullptr) el_end(editor);
    if (history != nullptr) history_end(history);
  }

  std::optional<std::string> edited() {
    int size = 0;
    const char* text = el_gets(editor, &size);
    if (text == nullptr || size <= 0) return std::nullopt;
    std::string line(text, static_cast<std::size_t>(size));
    HistEvent event;
    if (line.find_first_not_of(" \n") != std::string::npos) ::history(history, &event, H_ENTER, line.c_str());
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
    return line;
  }
};

#else

struct LineEditor::State {
  std::string prompt;
  Complete complete;
  void* editor = nullptr;
  void* history = nullptr;

  void open() {}
  std::optional<std::string> edited() { return std::nullopt; }
};

#endif

LineEditor::LineEditor(std::string prompt, Complete complete) : state_(std::make_unique<State>()) {
  state_->prompt = std::move(prompt);
  state_->complete = std::move(complete);
  if (can_redraw(STDOUT_FILENO)) state_->open();
}

LineEditor::~LineEditor() = default;

std::optional<std::string> LineEditor::read() {
  if (state_->editor != nullptr && state_->history != nullptr) return state_->edited();
  std::fputs(state_->prompt.c_str(), stderr);
  return read_line(stdin);
}

}  // namespace napkin::cli
