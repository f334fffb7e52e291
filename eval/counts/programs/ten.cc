// Ten functions of about the same weight. A line `MORE name` becomes work that a commit adds to it.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <vector>
#define ALONE __attribute__((noinline)) static
using Text = const std::string &;
static const int size = 6000;

ALONE long hash(Text text) {
  uint64_t sum = 14695981039346656037u;
  // MORE hash
  for (int again = 0; again < 40; again++)
    for (unsigned char c : text) sum = (sum ^ c) * 1099511628211u;
  return sum >> 40;
}
ALONE long words(Text text) {
  uint64_t sum = 0;
  // MORE words
  std::map<std::string, int> seen;
  for (size_t at = 0, end; at < text.size(); at = end + 1) {
    end = std::min(text.find(' ', at), text.size());
    sum += ++seen[text.substr(at, end - at)];
  }
  return sum;
}
ALONE long sorted(Text text) {
  uint64_t sum = 0;
  // MORE sorted
  std::vector<uint32_t> all;
  for (int i = 0; i < size; i++) all.push_back((text[i] * 7919u + i * 104729u) % 65521u);
  std::sort(all.begin(), all.end());
  for (int i = 0; i < size; i += 100) sum += all[i];
  return sum;
}
ALONE long numbers(Text text) {
  uint64_t sum = 0;
  // MORE numbers
  for (int again = 0; again < 30; again++) {
    long one = 0;
    for (char c : text) {
      if (c >= '0' && c <= '9') one = one * 10 + (c - '0');
      else sum += one, one = 0;
    }
  }
  return sum;
}
ALONE long escaped(Text text) {
  uint64_t sum = 0;
  // MORE escaped
  for (int again = 0; again < 15; again++) {
    std::string out;
    for (char c : text) {
      if (c == 'e' || c == '"') out += '\\';
      out += c;
    }
    sum += out.size();
  }
  return sum;
}
ALONE long packed(Text text) {
  uint64_t sum = 0;
  // MORE packed
  for (int again = 0; again < 15; again++) {
    std::vector<int> table(4096, -1);
    for (size_t at = 0; at + 4 <= text.size();) {
      uint32_t word = text[at] | text[at + 1] << 8 | text[at + 2] << 16;
      int &slot = table[word * 2654435761u >> 20], before = slot;
      slot = at;
      size_t same = 0;
      if (before >= 0) while (at + same < text.size() && text[before + same] == text[at + same]) same++;
      at += std::max<size_t>(same, 1);
      sum++;
    }
  }
  return sum;
}
ALONE long sieve(Text text) {
  uint64_t sum = 0;
  // MORE sieve
  std::vector<char> no(80 * size + text[0]);
  for (size_t p = 2; p < no.size(); p++) {
    if (no[p]) continue;
    sum++;
    for (size_t of = p * p; of < no.size(); of += p) no[of] = 1;
  }
  return sum;
}
ALONE long distance(Text text) {
  uint64_t sum = 0;
  // MORE distance
  std::vector<int> row(400);
  for (int i = 0; i < 400; i++) {
    int corner = i;
    for (int j = 1; j < 400; j++) {
      int next = std::min(std::min(row[j], row[j - 1]) + 1, corner + (text[i] != text[j + 900]));
      corner = row[j], row[j] = next;
    }
  }
  return sum + row[399];
}
struct Node { uint32_t key; std::unique_ptr<Node> less, more; };
ALONE long tree(Text text) {
  uint64_t sum = 0;
  // MORE tree
  std::unique_ptr<Node> root;
  for (int i = 0; i < size; i++) {
    uint32_t key = (text[i] + i * 2654435761u) >> 8;
    auto *at = &root;
    while (*at) at = key < (*at)->key ? &(*at)->less : &(*at)->more, sum++;
    *at = std::make_unique<Node>(Node{key, nullptr, nullptr});
  }
  return sum;
}
ALONE long matrix(Text text) {
  uint64_t sum = 0;
  // MORE matrix
  const int n = 80;
  std::vector<int> a(n * n), b(n * n);
  for (int i = 0; i < n * n; i++) a[i] = text[i % size], b[i] = text[i % 97];
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++) {
      int one = 0;
      for (int k = 0; k < n; k++) one += a[i * n + k] * b[k * n + j];
      sum += one & 255;
    }
  return sum;
}
int main() {
  std::string text;
  for (int i = 0; (int)text.size() < size; i++) text += "line " + std::to_string(i * 7919 % 997) + " of text ";
  text.resize(size);
  std::printf("%ld %ld %ld %ld %ld ", hash(text), words(text), sorted(text), numbers(text), escaped(text));
  std::printf("%ld %ld %ld %ld %ld\n", packed(text), sieve(text), distance(text), tree(text), matrix(text));
}
