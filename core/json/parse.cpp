#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "json/tree.h"

namespace roi::json {
namespace {

using Library = nlohmann::json;

/// Receives the library's parse events; returning false stops it.
class Builder : public nlohmann::json_sax<Library> {
 public:
  bool null() override { return put({}); }
  bool boolean(bool flag) override {
    Tree tree;
    tree.kind = Tree::Kind::boolean;
    tree.flag = flag;
    return put(std::move(tree));
  }
  bool number_integer(number_integer_t value) override {
    return putNumber(static_cast<double>(value));
  }
  bool number_unsigned(number_unsigned_t value) override {
    return putNumber(static_cast<double>(value));
  }
  bool number_float(number_float_t value, const string_t&) override { return putNumber(value); }
  bool string(string_t& text) override {
    Tree tree;
    tree.kind = Tree::Kind::string;
    tree.text = std::move(text);
    return put(std::move(tree));
  }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Tree::Kind::object); }
  bool start_array(std::size_t) override { return open(Tree::Kind::array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    Tree& object = *open_.back();
    for (const std::string& other : object.keys) {
      if (other != name) continue;
      addError(errors_, {ErrorCode::jsonDuplicateKey, childPath(path(), name), name});
      break;
    }
    object.keys.push_back(std::move(name));
    if (object.keys.size() <= kMaxMembers) return errors_.size() <= kMaxErrors;
    return stop(ErrorCode::fieldCount, path(), std::to_string(kMaxMembers));
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    const bool overflow = error.id == 406;  // out_of_range: number overflow
    return stop(overflow ? ErrorCode::jsonNumber : ErrorCode::jsonSyntax, path(),
                std::to_string(position));
  }

  Errors takeErrors() { return std::move(errors_); }
  Tree takeTree() { return std::move(root_); }

 private:
  bool stop(ErrorCode code, std::string at, std::string detail) {
    errors_.push_back({code, std::move(at), std::move(detail)});
    return false;
  }

  bool putNumber(double value) {
    if (!std::isfinite(value)) return stop(ErrorCode::jsonNumber, path(), {});
    Tree tree;
    tree.kind = Tree::Kind::number;
    tree.number = value + 0.0;  // -0 becomes 0
    return put(std::move(tree));
  }

  bool put(Tree&& tree) {
    place(std::move(tree));
    return true;
  }

  Tree* place(Tree&& tree) {
    if (open_.empty()) {
      root_ = std::move(tree);
      return &root_;
    }
    open_.back()->items.push_back(std::move(tree));
    return &open_.back()->items.back();
  }

  bool open(Tree::Kind kind) {
    if (open_.size() == kMaxDepth) {
      return stop(ErrorCode::jsonDepth, path(), std::to_string(kMaxDepth));
    }
    Tree tree;
    tree.kind = kind;
    open_.push_back(place(std::move(tree)));
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  /// Where the parser stands: the containers that are open, and the member being read.
  std::string path() const {
    std::string at;
    for (std::size_t i = 0; i + 1 < open_.size(); ++i) at = member(at, *open_[i], 1);
    if (open_.empty()) return at;
    const Tree& last = *open_.back();
    if (last.kind == Tree::Kind::array) return childPath(at, std::to_string(last.items.size()));
    return last.keys.size() > last.items.size() ? childPath(at, last.keys.back()) : at;
  }

  static std::string member(const std::string& at, const Tree& in, std::size_t back) {
    const std::size_t last = in.items.size() - back;
    return childPath(at, in.kind == Tree::Kind::object ? in.keys[last] : std::to_string(last));
  }

  Tree root_;
  std::vector<Tree*> open_;  // each the last item of the one before, so that none moves
  Errors errors_;
};

}  // namespace

Outcome<Tree> parseTree(std::string_view text, std::size_t limit) {
  if (text.size() > limit) {
    return Errors{{ErrorCode::jsonSize, {}, std::to_string(limit)}};
  }
  Builder builder;
  const bool complete = Library::sax_parse(text.begin(), text.end(), &builder);
  Errors errors = builder.takeErrors();
  if (!complete || !errors.empty()) return errors;
  return builder.takeTree();
}

}  // namespace roi::json
