import { posix } from 'node:path';
import ts from 'typescript';
import type { HouseFile } from './houseFiles.ts';

/** What a file imports: paths of ours from the root, packages and built-ins by their names. */
export type Import = { readonly specifier: string; readonly target: string; readonly isOurs: boolean };

/** Every import of a file, types and dynamic ones included, as the compiler's scanner reads them. */
export function importsOf(file: HouseFile): Import[] {
  return ts.preProcessFile(file.text, true, true).importedFiles.map(({ fileName }) => {
    const isOurs = fileName.startsWith('.');
    const target = isOurs ? posix.join(posix.dirname(file.path), fileName) : packageName(fileName);
    return { specifier: fileName, target, isOurs };
  });
}

function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] as string);
}
