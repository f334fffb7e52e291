package main

import (
	"fmt"
	"strings"
)

func main() {
	index := map[string][]int{}
	for i := range 30000 {
		word := strings.Repeat(string(rune('a'+i%26)), i%13+1)
		index[word] = append(index[word], i)
	}
	fmt.Println(len(index), len(index["aa"]))
}
