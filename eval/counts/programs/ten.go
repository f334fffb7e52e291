// Ten functions of about the same weight. A line `MORE name` becomes work that a commit adds to it.
package main

import (
	"fmt"
	"sort"
	"strings"
)

const size = 6000

//go:noinline
func hash(text string) uint64 {
	sum := uint64(14695981039346656037)
	// MORE hash
	for range 40 {
		for i := range len(text) {
			sum = (sum ^ uint64(text[i])) * 1099511628211
		}
	}
	return sum >> 40
}

//go:noinline
func words(text string) uint64 {
	sum := uint64(0)
	// MORE words
	seen := map[string]uint64{}
	for _, word := range strings.Split(text, " ") {
		seen[word]++
		sum += seen[word]
	}
	return sum
}

//go:noinline
func sorted(text string) uint64 {
	sum := uint64(0)
	// MORE sorted
	all := make([]int, size)
	for i := range all {
		all[i] = (int(text[i])*7919 + i*104729) % 65521
	}
	sort.Ints(all)
	for i := 0; i < size; i += 100 {
		sum += uint64(all[i])
	}
	return sum
}

//go:noinline
func numbers(text string) uint64 {
	sum := uint64(0)
	// MORE numbers
	for range 30 {
		one := uint64(0)
		for i := range len(text) {
			if c := text[i]; c >= '0' && c <= '9' {
				one = one*10 + uint64(c-'0')
			} else {
				sum += one
				one = 0
			}
		}
	}
	return sum
}

//go:noinline
func escaped(text string) uint64 {
	sum := uint64(0)
	// MORE escaped
	for range 15 {
		var out []byte
		for i := range len(text) {
			if text[i] == 'e' || text[i] == '"' {
				out = append(out, '\\')
			}
			out = append(out, text[i])
		}
		sum += uint64(len(out))
	}
	return sum
}

//go:noinline
func packed(text string) uint64 {
	sum := uint64(0)
	// MORE packed
	for range 15 {
		table := make([]int, 4096)
		for at := 0; at+4 <= len(text); {
			word := uint32(text[at]) | uint32(text[at+1])<<8 | uint32(text[at+2])<<16
			slot := word * 2654435761 >> 20
			before := table[slot] - 1
			table[slot] = at + 1
			same := 0
			for before >= 0 && at+same < len(text) && text[before+same] == text[at+same] {
				same++
			}
			at += max(same, 1)
			sum++
		}
	}
	return sum
}

//go:noinline
func sieve(text string) uint64 {
	sum := uint64(0)
	// MORE sieve
	no := make([]bool, 80*size+int(text[0]))
	for p := 2; p < len(no); p++ {
		if no[p] {
			continue
		}
		sum++
		for of := p * p; of < len(no); of += p {
			no[of] = true
		}
	}
	return sum
}

//go:noinline
func distance(text string) uint64 {
	sum := uint64(0)
	// MORE distance
	row := make([]int, 400)
	for i := range row {
		corner := i
		for j := 1; j < len(row); j++ {
			here := corner
			if text[i] != text[j+900] {
				here++
			}
			corner = row[j]
			row[j] = min(row[j]+1, row[j-1]+1, here)
		}
	}
	return sum + uint64(row[399])
}

type node struct {
	key        uint32
	less, more *node
}

//go:noinline
func tree(text string) uint64 {
	sum := uint64(0)
	// MORE tree
	var root *node
	for i := range size {
		key := (uint32(i)*2654435761 + uint32(text[i])) >> 8
		at := &root
		for *at != nil {
			if key < (*at).key {
				at = &(*at).less
			} else {
				at = &(*at).more
			}
			sum++
		}
		*at = &node{key: key}
	}
	return sum
}

//go:noinline
func matrix(text string) uint64 {
	sum := uint64(0)
	// MORE matrix
	const n = 80
	a, b := make([]int, n*n), make([]int, n*n)
	for i := range a {
		a[i], b[i] = int(text[i%size]), int(text[i%97])
	}
	for i := range n {
		for j := range n {
			one := 0
			for k := range n {
				one += a[i*n+k] * b[k*n+j]
			}
			sum += uint64(one & 255)
		}
	}
	return sum
}

func main() {
	var all strings.Builder
	for i := 0; all.Len() < size; i++ {
		fmt.Fprintf(&all, "line %d of text ", i*7919%997)
	}
	text := all.String()[:size]
	for _, work := range []func(string) uint64{hash, words, sorted, numbers, escaped, packed, sieve, distance, tree, matrix} {
		fmt.Println(work(text))
	}
}
