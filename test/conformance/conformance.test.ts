import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readVectors } from '../../adapters/files/readVectors.ts';
import { runVector, type Vector } from '../../app/calculation/runVector.ts';
import { FILES, fileText } from './files.ts';

const FOLDER = join(import.meta.dirname, '../../conformance');

async function published(): Promise<readonly Vector[]> {
  const vectors = await readVectors(FOLDER);
  if (vectors.ok) return vectors.value;
  throw new Error(JSON.stringify(vectors.refusals));
}

describe('the published vectors', () => {
  it('are what is written here: `npm run golden` writes them anew', () => {
    const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
    expect(names.sort()).toEqual(Object.keys(FILES).sort());
    for (const name of names) expect(readFileSync(join(FOLDER, name), 'utf8'), name).toBe(fileText(name));
  });

  it('hold, every one of them', async () => {
    const outcomes = (await published()).map(runVector);
    expect(outcomes.filter(({ differences }) => differences.length > 0)).toEqual([]);
    expect(outcomes.length).toBeGreaterThanOrEqual(200);
  });

  it('can fail: another amount is found', async () => {
    const [first] = await published();
    const changed = { ...(first as Vector), expect: { earnings: [] } };
    expect(
      runVector({ ...changed, lines: changed.lines.map((line) => ({ ...line, netValue: '2000' })) }),
    ).not.toEqual({ id: changed.id, differences: [] });
  });
});
