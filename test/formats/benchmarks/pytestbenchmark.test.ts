/** The JSON of pytest-benchmark: what it means beyond what is recorded stands in tools.test.ts. */
import { recordedFile } from './recorded.ts';

recordedFile('pytest-benchmark', 'pytest.json');
