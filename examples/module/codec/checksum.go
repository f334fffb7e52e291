package codec

import "encoding/binary"

// Checksum is Fletcher's sum over 32-bit words (little endian, the last one filled with zeros and
// the length), with the arithmetic modulo 2^64. It notices swapped words, which a plain sum does not.
func Checksum(data []byte) uint64 {
	a, b := uint64(len(data)), uint64(1)
	for len(data) >= 4 {
		a += uint64(binary.LittleEndian.Uint32(data))
		b += a
		data = data[4:]
	}
	var rest [4]byte
	copy(rest[:], data)
	a += uint64(binary.LittleEndian.Uint32(rest[:]))
	b += a
	return b<<32 ^ a
}
