#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <vector>
int main() {
  std::map<std::string, int> seen;
  std::vector<std::string> names;
  for (int i = 0; i < 8000; i++) {
    names.push_back("name/" + std::to_string(i * 7919 % 5003));
    seen[names.back()]++;
  }
  std::sort(names.begin(), names.end());
  std::printf("%zu %s\n", seen.size(), names[4000].c_str());
}
