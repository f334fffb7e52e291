// Package sample writes journals for the tests and benchmarks. The same count gives the same text
// on every machine and with every Go version, so two recordings measure the same work.
package sample

import "fmt"

var (
	verbs  = []string{"paid", "refund", "transfer", "invoice", "deposit", "fee", "salary", "rent"}
	things = []string{"coffee", "train ticket", "groceries", "books", "hosting", "insurance", "bicycle repair", "fuel"}
	places = []string{"Berlin", "Lisbon", "Oslo", "Tartu", "Gdansk", "Porto", "Turku", "Ghent"}
	notes  = []string{
		`see the attached receipt, approved by the treasurer in the March meeting`,
		`the rest follows next month, as agreed on the phone`,
		`said \"thanks\" and kept the change`,
		`order 4711, second half, delivered to the office in the yard`,
		`was booked twice by the bank and corrected on the same day`,
	}
	currencies = []string{"EUR", "USD", "SEK", "PLN"}
)

// Journal is a text of n entries, one a line, in the order of their time. About one memo in five
// holds an escaped quote.
func Journal(n int) string {
	random := source(42)
	text := make([]byte, 0, n*140)
	for i := range n {
		minute, second := i/60%60, i%60
		text = fmt.Appendf(text, "2026-%02d-%02dT%02d:%02d:%02dZ %d %d.%02d %s \"%s %s in %s, %s\"\n",
			1+i/86400/28%12, 1+i/86400%28, i/3600%24, minute, second,
			1000+random.below(500), random.below(4000)-2000, random.below(100),
			currencies[random.below(len(currencies))], verbs[random.below(len(verbs))],
			things[random.below(len(things))], places[random.below(len(places))],
			notes[random.below(len(notes))])
	}
	return string(text)
}

// source is a 64-bit linear congruential generator (Knuth's MMIX constants). math/rand is not used:
// its sequences are not promised from one Go release to the next.
type source uint64

func (s *source) below(n int) int {
	*s = *s*6364136223846793005 + 1442695040888963407
	return int(uint64(*s>>33) % uint64(n))
}
