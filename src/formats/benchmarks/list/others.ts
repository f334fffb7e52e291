/** Formats of tools for other languages, of tools that load a server or time a command, and of none in particular. */
import type { BenchmarkFormat } from '../format.ts';

export const others = [] as const satisfies readonly BenchmarkFormat[];
