import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The file of a thread beside the module that starts it: the built program has the same one in JavaScript. */
export function threadFile(module: string, name: string): URL {
  return new URL(`./${name}${extname(fileURLToPath(module))}`, module);
}
