package main

import (
	"fmt"
	"sort"
	"strings"
)

//go:noinline
func count(text string) map[string]int {
	seen := map[string]int{}
	for _, word := range strings.Fields(text) {
		seen[strings.ToLower(word)]++
	}
	return seen
}

func main() {
	seen := count(strings.Repeat("The quick brown fox jumps over the lazy dog ", 200))
	var words []string
	for word := range seen {
		words = append(words, word)
	}
	sort.Strings(words)
	fmt.Println(words[0], seen[words[0]])
}
