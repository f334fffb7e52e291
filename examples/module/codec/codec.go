// Package codec writes entries to pages and reads them back. A page is
//
//	"LP1" count entry... checksum
//
// where an entry is its time (as the difference to the entry before), account, amount and currency,
// integers as varints, then the memo as escaped text up to a newline. Memos stay readable that way,
// and a damaged file can be searched and cut at line ends with ordinary tools.
package codec

import (
	"encoding/binary"
	"errors"

	"example.com/ledger/parse"
)

const magic = "LP1"

// ErrCorrupt is the answer for every page that Encode did not write.
var ErrCorrupt = errors.New("codec: corrupt page")

// Encode appends a page with all entries to dst.
func Encode(dst []byte, entries []parse.Entry) []byte {
	start := len(dst)
	dst = append(dst, magic...)
	dst = appendUvarint(dst, uint64(len(entries)))
	previous := int64(0)
	for i := range entries {
		dst = appendEntry(dst, &entries[i], previous)
		previous = entries[i].Time
	}
	return binary.LittleEndian.AppendUint64(dst, Checksum(dst[start:]))
}

func appendEntry(dst []byte, entry *parse.Entry, previous int64) []byte {
	dst = appendVarint(dst, entry.Time-previous)
	dst = appendUvarint(dst, uint64(entry.Account))
	dst = appendVarint(dst, entry.Amount)
	dst = append(dst, entry.Currency[:]...)
	dst = appendEscaped(dst, entry.Memo)
	return append(dst, '\n')
}

// Decode reads one page and appends its entries to dst.
func Decode(dst []parse.Entry, page []byte) ([]parse.Entry, error) {
	body := len(page) - 8
	if body < len(magic) || string(page[:len(magic)]) != magic ||
		Checksum(page[:body]) != binary.LittleEndian.Uint64(page[body:]) {
		return dst, ErrCorrupt
	}
	r := reader{data: page[len(magic):body]}
	previous := int64(0)
	for count := r.uvarint(); count > 0 && !r.failed; count-- {
		entry := r.entry(previous)
		previous = entry.Time
		dst = append(dst, entry)
	}
	if r.failed || len(r.data) > 0 {
		return dst, ErrCorrupt
	}
	return dst, nil
}
