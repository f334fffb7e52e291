/** Formats of tools for Java, Kotlin and .NET. */
import type { BenchmarkFormat } from '../format.ts';

export const jvm = [] as const satisfies readonly BenchmarkFormat[];
