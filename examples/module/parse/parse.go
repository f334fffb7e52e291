// Package parse reads journals: one entry a line, for example
//
//	2026-03-01T12:00:07Z 1042 -12.34 EUR "paid \"coffee\" in Oslo"
//
// that is the time in UTC, the account, the amount, the currency and a quoted memo.
package parse

import (
	"fmt"
	"strings"
)

// Entry is one line of a journal.
type Entry struct {
	Time     int64 // seconds since 1970
	Account  uint32
	Amount   int64 // hundredths of the currency's unit
	Currency [3]byte
	Memo     string // without the quotes and escapes
}

// SyntaxError says where a line is not an entry. Line is 1 for the first, Column is a byte offset.
type SyntaxError struct {
	Line, Column int
	Want         string
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("line %d: byte %d: want %s", e.Line, e.Column, e.Want)
}

// Journal reads every line of text. Entries are appended to dst, which may be nil.
func Journal(dst []Entry, text string) ([]Entry, error) {
	for line := 1; text != ""; line++ {
		end := strings.IndexByte(text, '\n')
		if end < 0 {
			end = len(text)
		}
		entry, err := Line(text[:end])
		if err != nil {
			err.Line = line
			return dst, err
		}
		dst = append(dst, entry)
		text = text[min(end+1, len(text)):]
	}
	return dst, nil
}

// Line reads one line without its newline. A memo without escapes shares the memory of the line.
func Line(line string) (Entry, *SyntaxError) {
	var entry Entry
	at := 0

	seconds, n := timestamp(line)
	if n == 0 {
		return Entry{}, &SyntaxError{1, at, "a time like 2026-03-01T12:00:07Z"}
	}
	entry.Time = seconds
	at += n

	account, n := number(line[at:])
	if n == 0 || account > 1<<32-1 {
		return Entry{}, &SyntaxError{1, at, "an account number"}
	}
	entry.Account = uint32(account)
	at += n

	entry.Amount, n = amount(line[at:])
	if n == 0 {
		return Entry{}, &SyntaxError{1, at, "an amount like -12.34"}
	}
	at += n

	entry.Currency, n = currency(line[at:])
	if n == 0 {
		return Entry{}, &SyntaxError{1, at, "a currency of three capital letters"}
	}
	at += n

	memo, ok := unquote(line[at:])
	if !ok {
		return Entry{}, &SyntaxError{1, at, "a memo in double quotes"}
	}
	entry.Memo = memo
	return entry, nil
}
