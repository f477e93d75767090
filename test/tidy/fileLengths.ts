import { type HouseFile, isScript, isTest } from './houseFiles.ts';

/** Lines of the product's scripts at three points of their distribution. */
export type FileLengths = {
  readonly files: number;
  readonly median: number;
  readonly p95: number;
  readonly longest: string;
  readonly max: number;
};

/** How long the product's files are; tests, generated and demo files are not counted. */
export function fileLengths(files: readonly HouseFile[]): FileLengths {
  const lengths = files
    .filter((file) => isScript(file.path) && !isTest(file.path))
    .map((file) => ({ path: file.path, lines: file.text.trimEnd().split('\n').length }))
    .sort((a, b) => a.lines - b.lines);
  const at = (share: number) => lengths[Math.floor(share * (lengths.length - 1))];
  return {
    files: lengths.length,
    median: at(0.5)?.lines ?? 0,
    p95: at(0.95)?.lines ?? 0,
    longest: at(1)?.path ?? '',
    max: at(1)?.lines ?? 0,
  };
}
