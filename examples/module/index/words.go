package index

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// letter maps a byte to what is hashed for it: ASCII letters to lower case, digits and everything
// beyond ASCII to themselves, and what separates words to 0.
var letter = func() (table [256]byte) {
	for c := range table {
		switch {
		case c >= 'A' && c <= 'Z':
			table[c] = byte(c) + 'a' - 'A'
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c >= 0x80:
			table[c] = byte(c)
		}
	}
	return table
}()

// nextWord is the FNV-1a hash of the first word of s, and what follows it. The hash is 0 when s
// holds no word; a word that hashes to 0 is given the hash 1.
func nextWord(s string) (hash uint64, rest string) {
	i := 0
	for i < len(s) && letter[s[i]] == 0 {
		i++
	}
	if i == len(s) {
		return 0, ""
	}
	hash = fnvOffset
	for ; i < len(s); i++ {
		c := letter[s[i]]
		if c == 0 {
			break
		}
		hash = (hash ^ uint64(c)) * fnvPrime
	}
	return max(hash, 1), s[i:]
}
