/** `check` takes its part of the profile; the time is said, to be sure of it under any load. */
export const goSource = (of: string, { took = 1000, checks = 500 } = {}) => `package ${of}

const Took = ${took}

//go:noinline
func mix(n int) int {
	s := 0
	for i := 0; i < n; i++ {
		s += i * i % 7
	}
	return s
}

//go:noinline
func check(n int) int {
	s := 0
	for i := 0; i < n; i++ {
		s += i * i % 5
	}
	return s
}

func Work() int { return mix(2000) + check(${checks}) }
`;
