package codec

import (
	"bytes"

	"example.com/ledger/parse"
)

// appendUvarint writes seven bits a byte, the lowest first.
func appendUvarint(dst []byte, v uint64) []byte {
	for v >= 0x80 {
		dst = append(dst, byte(v)|0x80)
		v >>= 7
	}
	return append(dst, byte(v))
}

// appendVarint folds the sign into the lowest bit, so that small negative numbers stay short.
func appendVarint(dst []byte, v int64) []byte {
	return appendUvarint(dst, uint64(v)<<1^uint64(v>>63))
}

// reader takes fields off the front of data. After the first damaged field it is failed, and every
// further one reads as zero.
type reader struct {
	data    []byte
	scratch []byte
	failed  bool
}

func (r *reader) uvarint() uint64 {
	var v uint64
	for i := 0; i < len(r.data) && i < 10; i++ {
		c := r.data[i]
		v |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			r.data = r.data[i+1:]
			return v
		}
	}
	r.failed = true
	return 0
}

func (r *reader) varint() int64 {
	v := r.uvarint()
	return int64(v>>1) ^ -int64(v&1)
}

func (r *reader) entry(previous int64) parse.Entry {
	var entry parse.Entry
	entry.Time = previous + r.varint()
	entry.Account = uint32(r.uvarint())
	entry.Amount = r.varint()
	r.data = r.data[copy(entry.Currency[:], r.data):]
	entry.Memo = r.memo()
	return entry
}

// memo reads escaped text up to the newline.
func (r *reader) memo() string {
	end := bytes.IndexByte(r.data, '\n')
	if end < 0 {
		r.failed = true
		return ""
	}
	var ok bool
	r.scratch, ok = appendUnescaped(r.scratch[:0], r.data[:end])
	if !ok {
		r.failed = true
	}
	r.data = r.data[end+1:]
	return string(r.scratch)
}
