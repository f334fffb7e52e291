// Package index finds entries: by the words of their memos, and the largest by amount.
package index

import (
	"slices"

	"example.com/ledger/parse"
)

// Index is an inverted index. Words are compared by their 64-bit hash alone: a collision adds
// entries to an answer, with a chance of about one in 2^44 for a million different words.
type Index struct {
	slots []slot // open addressing; the length is a power of two
	used  int
}

type slot struct {
	hash     uint64   // 0 is free
	postings []uint32 // positions of entries, rising
}

// Build makes an index of all entries. Answers are positions in this slice.
func Build(entries []parse.Entry) *Index {
	x := &Index{slots: make([]slot, 256)}
	for i := range entries {
		x.add(uint32(i), entries[i].Memo)
	}
	return x
}

func (x *Index) add(position uint32, memo string) {
	for memo != "" {
		var hash uint64
		hash, memo = nextWord(memo)
		if hash == 0 {
			continue
		}
		s := x.find(hash)
		if s.hash == 0 {
			s.hash = hash
			x.used++
		}
		if n := len(s.postings); n == 0 || s.postings[n-1] != position {
			s.postings = append(s.postings, position)
		}
		if x.used*2 > len(x.slots) {
			x.grow()
		}
	}
}

// find is the slot of a hash, or the free one where it belongs.
func (x *Index) find(hash uint64) *slot {
	mask := uint64(len(x.slots) - 1)
	for at := hash & mask; ; at = (at + 1) & mask {
		if s := &x.slots[at]; s.hash == hash || s.hash == 0 {
			return s
		}
	}
}

func (x *Index) grow() {
	old := x.slots
	x.slots = make([]slot, 2*len(old))
	for _, s := range old {
		if s.hash != 0 {
			*x.find(s.hash) = s
		}
	}
}

// Search appends to dst the positions of the entries that hold every word of the query, rising.
func (x *Index) Search(dst []uint32, query string) []uint32 {
	first := true
	for query != "" {
		var hash uint64
		hash, query = nextWord(query)
		if hash == 0 {
			continue
		}
		if postings := x.find(hash).postings; first {
			dst = append(dst, postings...)
			first = false
		} else {
			dst = intersect(dst, postings)
		}
	}
	return dst
}

// intersect keeps in a what is also in b.
func intersect(a, b []uint32) []uint32 {
	kept := a[:0]
	j := 0
	for _, v := range a {
		for j < len(b) && b[j] < v {
			j++
		}
		if j < len(b) && b[j] == v {
			kept = append(kept, v)
		}
	}
	return kept
}

// Largest appends to dst the positions of the k entries with the largest amounts, largest first.
// Among equal amounts the earlier entry comes first.
func Largest(dst []uint32, entries []parse.Entry, k int) []uint32 {
	for i := range entries {
		switch {
		case len(dst) < k:
			dst = append(dst, uint32(i))
			siftUp(dst, entries)
		case k > 0 && entries[i].Amount > entries[dst[0]].Amount:
			dst[0] = uint32(i)
			siftDown(dst, entries)
		}
	}
	slices.SortFunc(dst, func(a, b uint32) int { return byAmount(entries, a, b) })
	return dst
}
