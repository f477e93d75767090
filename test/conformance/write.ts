import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILES, fileText } from './files.ts';

/** `node test/conformance/write.ts` writes the published vectors anew. */
for (const name of Object.keys(FILES)) {
  writeFileSync(join(import.meta.dirname, '../../conformance', name), fileText(name));
}
