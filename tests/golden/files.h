#pragma once
// The repository's own files, for tests that hold the code against them.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace roi::test {

inline std::filesystem::path repository(const std::string& path) {
  return std::filesystem::path(ROI_SOURCE_DIR) / path;
}

inline std::string contents(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// What lies in a folder, in order; nothing if there is no such folder.
inline std::vector<std::filesystem::path> entries(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
    paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

/// The folders of tests/golden that hold a case.
inline std::vector<std::filesystem::path> goldenCases() {
  std::vector<std::filesystem::path> cases;
  for (const auto& folder : entries(repository("tests/golden"))) {
    if (std::filesystem::exists(folder / "scenario.json")) cases.push_back(folder);
  }
  return cases;
}

}  // namespace roi::test
