package codec

import "bytes"

const hexDigits = "0123456789abcdef"

// plain holds the bytes that stand for themselves: all but control characters, the quote and the
// backslash.
var plain = func() (table [256]bool) {
	for c := range table {
		table[c] = c >= ' ' && c != 0x7f && c != '"' && c != '\\'
	}
	return table
}()

// appendEscaped writes s so that it holds no control character, in particular no newline.
func appendEscaped(dst []byte, s string) []byte {
	done := 0
	for i := 0; i < len(s); i++ {
		if plain[s[i]] {
			continue
		}
		dst = append(dst, s[done:i]...)
		dst = appendEscape(dst, s[i])
		done = i + 1
	}
	return append(dst, s[done:]...)
}

func appendEscape(dst []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(dst, '\\', c)
	case '\n':
		return append(dst, '\\', 'n')
	case '\t':
		return append(dst, '\\', 't')
	}
	return append(dst, '\\', 'x', hexDigits[c>>4], hexDigits[c&15])
}

// appendUnescaped reverses appendEscaped. It is false for text that appendEscaped does not write.
func appendUnescaped(dst, s []byte) ([]byte, bool) {
	for {
		at := bytes.IndexByte(s, '\\')
		if at < 0 {
			return append(dst, s...), true
		}
		dst = append(dst, s[:at]...)
		c, n := unescape(s[at+1:])
		if n == 0 {
			return dst, false
		}
		dst = append(dst, c)
		s = s[at+1+n:]
	}
}

// unescape reads what follows a backslash: the byte it stands for and the length, 0 if malformed.
func unescape(s []byte) (c byte, n int) {
	if len(s) == 0 {
		return 0, 0
	}
	switch s[0] {
	case '"', '\\':
		return s[0], 1
	case 'n':
		return '\n', 1
	case 't':
		return '\t', 1
	case 'x':
		if len(s) >= 3 {
			high, low := bytes.IndexByte([]byte(hexDigits), s[1]), bytes.IndexByte([]byte(hexDigits), s[2])
			if high >= 0 && low >= 0 {
				return byte(high<<4 | low), 3
			}
		}
	}
	return 0, 0
}
