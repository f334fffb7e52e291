package index

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.com/ledger/internal/sample"
	"example.com/ledger/parse"
)

func entries(t testing.TB, n int) []parse.Entry {
	t.Helper()
	list, err := parse.Journal(nil, sample.Journal(n))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestSearchFindsWhatScanningFinds(t *testing.T) {
	list := entries(t, 1000)
	x := Build(list)
	for _, query := range []string{"coffee", "COFFEE, oslo", "rent train  Lisbon", "nothing", "", "-- ,"} {
		want := []uint32{}
		words := strings.FieldsFunc(strings.ToLower(query), func(r rune) bool { return r < '0' })
		for i, entry := range list {
			memo := strings.ToLower(entry.Memo)
			if len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(memo, w) }) {
				want = append(want, uint32(i))
			}
		}
		if got := x.Search(nil, query); !slices.Equal(got, want) {
			t.Errorf("%q: got %d entries, want %d", query, len(got), len(want))
		}
	}
}

func TestLargestAgreesWithSorting(t *testing.T) {
	list := entries(t, 5000)
	sorted := make([]uint32, len(list))
	for i := range sorted {
		sorted[i] = uint32(i)
	}
	slices.SortStableFunc(sorted, func(a, b uint32) int { return byAmount(list, a, b) })
	for _, k := range []int{0, 1, 10, 999, 5000, 6000} {
		if got := Largest(nil, list, k); !slices.Equal(got, sorted[:min(k, len(list))]) {
			t.Errorf("k=%d: not the first of the sorted entries", k)
		}
	}
}

func BenchmarkBuild(b *testing.B) {
	list := entries(b, 1000)
	for b.Loop() {
		Build(list)
	}
}

func BenchmarkSearch(b *testing.B) {
	x := Build(entries(b, 5000))
	var found []uint32
	for b.Loop() {
		found = x.Search(found[:0], "train ticket Lisbon receipt")
	}
}

func BenchmarkLargest(b *testing.B) {
	list := entries(b, 5000)
	for _, k := range []int{10, 500} {
		b.Run(fmt.Sprintf("k=%d", k), func(b *testing.B) {
			top := make([]uint32, 0, k)
			for b.Loop() {
				top = Largest(top[:0], list, k)
			}
		})
	}
}
