import { join } from 'node:path';
import { readVectors } from '../../adapters/files/readVectors.ts';
import { runVector } from '../../app/calculation/runVector.ts';
import { packageRoot } from '../packageRoot.ts';
import { EXIT, type Terminal } from '../terminal.ts';
import { text } from '../texts.ts';

/** `openrebate conformance`: runs the published vectors, or those of a folder or file. */
export async function runConformance(terminal: Terminal, path: string | undefined): Promise<void> {
  const vectors = await readVectors(path ?? join(packageRoot(), 'conformance'));
  if (!vectors.ok) return terminal.refuse(vectors.refusals);
  const outcomes = vectors.value.map((vector) => ({ vector, ...runVector(vector) }));
  const failed = outcomes.filter(({ differences }) => differences.length > 0);
  const passed = outcomes.length - failed.length;
  if (failed.length > 0) process.exitCode = EXIT.refused;
  if (terminal.isJson) {
    return terminal.json({
      format: 'openrebate-conformance-result/v1',
      passed,
      failed: failed.length,
      vectors: outcomes.map(({ vector, differences }) => ({
        id: vector.id,
        mechanism: vector.mechanism,
        source: vector.source,
        ...(vector.note !== undefined && { note: vector.note }),
        passed: differences.length === 0,
        ...(differences.length > 0 && { differences }),
      })),
    });
  }
  for (const { vector, differences } of failed) {
    terminal.print(`${vector.id} (${vector.source})`);
    for (const difference of differences) terminal.print(`  ${difference}`);
  }
  terminal.print(text(terminal.language, 'conformance', { passed, failed: failed.length }));
}
