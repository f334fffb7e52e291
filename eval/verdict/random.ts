/**
 * Seeded random numbers: the same numbers on every machine, and a stream of its own for each
 * pull request, so that a smoke run is the beginning of the whole one.
 */

export interface Random {
  /** Uniform in (0, 1). */
  readonly uniform: () => number;
  /** Standard normal. */
  readonly normal: () => number;
  /** Student's t with 2 degrees of freedom: infinite variance, quartiles at +-0.816. */
  readonly t2: () => number;
  /** Student's t with 1 degree of freedom (Cauchy): quartiles at +-1. */
  readonly t1: () => number;
  /** Student's t with 3 degrees of freedom: sd 1.732. */
  readonly t3: () => number;
  /** A whole number in 0..count-1. */
  readonly index: (count: number) => number;
}

/** Chris Doty-Humphrey's sfc32, seeded by two whole numbers and warmed up. */
export function random(seed: number, stream: number): Random {
  let a = seed | 0;
  let b = stream | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const bits = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 20; i++) bits();

  const uniform = () => (bits() + 0.5) / 4_294_967_296;
  let spare: number | null = null;
  const normal = (): number => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    // Box and Muller (1958).
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return {
    uniform,
    normal,
    t1: () => Math.tan(Math.PI * (uniform() - 0.5)),
    // The quantile function of t with 2 degrees of freedom has a closed form.
    t2: () => {
      const u = uniform();
      return (2 * u - 1) / Math.sqrt(2 * u * (1 - u));
    },
    t3: () => normal() / Math.sqrt((normal() ** 2 + normal() ** 2 + normal() ** 2) / 3),
    index: (count) => Math.floor(uniform() * count),
  };
}
