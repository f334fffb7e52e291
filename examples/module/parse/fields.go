package parse

import "strings"

// Each field reader returns its value and how many bytes it took, with the space after it; 0 bytes
// says that the text does not begin with such a field.

// timestamp reads 2006-01-02T15:04:05Z.
func timestamp(s string) (seconds int64, n int) {
	if len(s) < 21 || s[4] != '-' || s[7] != '-' || s[10] != 'T' || s[13] != ':' || s[16] != ':' ||
		s[19] != 'Z' || s[20] != ' ' {
		return 0, 0
	}
	var part [6]int
	for i, from := range [...]int{0, 5, 8, 11, 14, 17} {
		to := from + 2
		if i == 0 {
			to = from + 4
		}
		for _, c := range []byte(s[from:to]) {
			if c < '0' || c > '9' {
				return 0, 0
			}
			part[i] = part[i]*10 + int(c-'0')
		}
	}
	if part[1] < 1 || part[1] > 12 || part[2] < 1 || part[2] > 31 || part[3] > 23 || part[4] > 59 ||
		part[5] > 59 {
		return 0, 0
	}
	days := daysSinceEpoch(part[0], part[1], part[2])
	return ((days*24+int64(part[3]))*60+int64(part[4]))*60 + int64(part[5]), 21
}

// daysSinceEpoch counts from 1970-01-01 in the Gregorian calendar. The year is taken to begin in
// March, so that the leap day is its last.
func daysSinceEpoch(year, month, day int) int64 {
	if month <= 2 {
		year--
		month += 12
	}
	era := year / 400
	yearOfEra := year - era*400
	dayOfYear := (153*(month-3)+2)/5 + day - 1
	dayOfEra := yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
	return int64(era)*146097 + int64(dayOfEra) - 719468
}

// number reads decimal digits, at most 18 of them.
func number(s string) (value int64, n int) {
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		value = value*10 + int64(s[n]-'0')
		n++
	}
	if n == 0 || n > 18 || n == len(s) || s[n] != ' ' {
		return 0, 0
	}
	return value, n + 1
}

// amount reads an optional sign, digits, a point and two digits.
func amount(s string) (hundredths int64, n int) {
	negative := len(s) > 0 && s[0] == '-'
	if negative {
		n++
	}
	first := n
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		hundredths = hundredths*10 + int64(s[n]-'0')
		n++
	}
	if n == first || n-first > 15 || len(s) < n+4 || s[n] != '.' || s[n+3] != ' ' {
		return 0, 0
	}
	tens, ones := s[n+1]-'0', s[n+2]-'0'
	if tens > 9 || ones > 9 {
		return 0, 0
	}
	hundredths = hundredths*100 + int64(tens)*10 + int64(ones)
	if negative {
		hundredths = -hundredths
	}
	return hundredths, n + 4
}

// currency reads three capital letters.
func currency(s string) (code [3]byte, n int) {
	if len(s) < 4 || s[3] != ' ' {
		return code, 0
	}
	for i := range code {
		if s[i] < 'A' || s[i] > 'Z' {
			return code, 0
		}
		code[i] = s[i]
	}
	return code, 4
}

// unquote reads a whole field in double quotes. The escapes are \", \\, \n and \t.
func unquote(s string) (memo string, ok bool) {
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
		return "", false
	}
	s = s[1 : len(s)-1]
	if strings.IndexByte(s, '\\') < 0 {
		return s, strings.IndexByte(s, '"') < 0
	}
	var text strings.Builder
	text.Grow(len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '"' {
			return "", false
		}
		if c == '\\' {
			i++
			if i == len(s) {
				return "", false
			}
			switch s[i] {
			case '"', '\\':
				c = s[i]
			case 'n':
				c = '\n'
			case 't':
				c = '\t'
			default:
				return "", false
			}
		}
		text.WriteByte(c)
	}
	return text.String(), true
}
