package codec

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"example.com/ledger/internal/sample"
	"example.com/ledger/parse"
)

// TestMain tells readers of the benchmark output which way the custom metric improves.
func TestMain(m *testing.M) {
	fmt.Println("Unit ratio better=lower")
	os.Exit(m.Run())
}

func entries(t testing.TB, n int) []parse.Entry {
	t.Helper()
	list, err := parse.Journal(nil, sample.Journal(n))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestDecodeReadsWhatEncodeWrote(t *testing.T) {
	want := entries(t, 300)
	want[7].Memo = "all bytes: "
	for c := range 256 {
		want[7].Memo += string([]byte{byte(c)})
	}
	want[8] = parse.Entry{Time: -1 << 63, Account: 1<<32 - 1, Amount: 1<<63 - 1}
	got, err := Decode(nil, Encode(nil, want))
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("the entries differ (%v)", err)
	}
}

func TestDecodeRefusesDamage(t *testing.T) {
	page := Encode(nil, entries(t, 3))
	for cut := range page {
		if _, err := Decode(nil, page[:cut]); err != ErrCorrupt {
			t.Fatalf("cut at byte %d: got %v", cut, err)
		}
	}
	for at := range page {
		damaged := slices.Clone(page)
		damaged[at] ^= 4
		if _, err := Decode(nil, damaged); err != ErrCorrupt {
			t.Fatalf("bit flipped in byte %d: got %v", at, err)
		}
	}
}

func TestEscape(t *testing.T) {
	for in, want := range map[string]string{
		"":               "",
		"plain":          "plain",
		"\"":             `\"`,
		"a\\b\n\tc":      `a\\b\n\tc`,
		"\x00\x7f\x1f":   `\x00\x7f\x1f`,
		"caf\u00e9 \xff": "caf\u00e9 \xff",
	} {
		if got := string(appendEscaped(nil, in)); got != want {
			t.Errorf("%q: got %s, want %s", in, got, want)
		}
	}
}

// The sizes: a page that holds a few entries, and one of about four kilobytes.
var pages = []struct {
	name  string
	count int
}{{"small", 4}, {"size=4k", 42}}

func BenchmarkEncode(b *testing.B) {
	for _, p := range pages {
		b.Run(p.name, func(b *testing.B) {
			list := entries(b, p.count)
			page := Encode(nil, list)
			for b.Loop() {
				page = Encode(page[:0], list)
			}
			b.ReportMetric(float64(len(page))/float64(len(sample.Journal(p.count))), "ratio")
		})
	}
}

func BenchmarkDecode(b *testing.B) {
	for _, p := range pages {
		b.Run(p.name, func(b *testing.B) {
			page := Encode(nil, entries(b, p.count))
			list := make([]parse.Entry, 0, p.count)
			for b.Loop() {
				var err error
				if list, err = Decode(list[:0], page); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkChecksum(b *testing.B) {
	data := []byte(sample.Journal(600))[:64<<10]
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		Checksum(data)
	}
}
