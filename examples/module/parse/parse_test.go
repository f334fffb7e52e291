package parse

import (
	"testing"
	"time"

	"example.com/ledger/internal/sample"
)

const (
	plain  = `2026-03-01T12:00:07Z 1042 -12.34 EUR "paid coffee in Oslo, kept the change"`
	quoted = `2026-03-01T12:00:07Z 1042 -12.34 EUR "paid \"coffee\" in Oslo, \"kept\" the change"`
)

func TestLine(t *testing.T) {
	entry, err := Line(quoted)
	if err != nil {
		t.Fatal(err)
	}
	want := Entry{
		Time:     time.Date(2026, 3, 1, 12, 0, 7, 0, time.UTC).Unix(),
		Account:  1042,
		Amount:   -1234,
		Currency: [3]byte{'E', 'U', 'R'},
		Memo:     `paid "coffee" in Oslo, "kept" the change`,
	}
	if entry != want {
		t.Errorf("got %+v, want %+v", entry, want)
	}
}

func TestTimestampAgreesWithTime(t *testing.T) {
	for day := time.Date(1999, 12, 30, 23, 59, 58, 0, time.UTC); day.Year() < 2102; day = day.AddDate(0, 0, 17) {
		text := day.Format("2006-01-02T15:04:05Z ")
		if seconds, n := timestamp(text); n != 21 || seconds != day.Unix() {
			t.Fatalf("%s: got %d (%d bytes), want %d", text, seconds, n, day.Unix())
		}
	}
}

func TestSyntaxErrors(t *testing.T) {
	for _, test := range []struct {
		text string
		line int
		at   int
	}{
		{"yesterday 1 1.00 EUR \"x\"", 1, 0},
		{"2026-03-01T12:00:07Z x 1.00 EUR \"x\"", 1, 21},
		{plain + "\n2026-03-01T12:00:07Z 1 1.0 EUR \"x\"\n", 2, 23},
		{"2026-03-01T12:00:07Z 1 1.00 eur \"x\"", 1, 28},
		{"2026-03-01T12:00:07Z 1 1.00 EUR \"x", 1, 32},
		{"2026-03-01T12:00:07Z 1 1.00 EUR \"a\"b\"", 1, 32},
	} {
		_, err := Journal(nil, test.text)
		syntax, ok := err.(*SyntaxError)
		if !ok || syntax.Line != test.line || syntax.Column != test.at {
			t.Errorf("%q: got %v, want line %d, byte %d", test.text, err, test.line, test.at)
		}
	}
}

func BenchmarkLine(b *testing.B) {
	for _, c := range []struct{ name, line string }{{"plain", plain}, {"quoted", quoted}} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Line(c.line); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkJournal(b *testing.B) {
	text := sample.Journal(2000)
	entries := make([]Entry, 0, 2000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		var err error
		if entries, err = Journal(entries[:0], text); err != nil {
			b.Fatal(err)
		}
	}
}
