/** The JSON of vitest bench: what it means beyond what is recorded stands in tools.test.ts. */
import { recordedFile } from './recorded.ts';

recordedFile('vitest', 'vitest.json');
recordedFile('vitest', 'vitest5.json');
