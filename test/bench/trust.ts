import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bareHistory } from '../trust/bareHistory.ts';
import { writeHistoryFolder } from '../trust/historyFolder.ts';
import { plantedHistory } from '../trust/plantedHistory.ts';
import { realTrade, SET_NAMES } from '../trust/sets/realTrade.ts';
import { lookAt, type SetResult, trustFigures } from '../trust/trustBench.ts';
import { trustTables } from '../trust/trustTables.ts';

// Frauds and leaks planted into real trade, and what the detectors find of them. `npm run bench:trust -- --json`;
// `--folder DIR` writes the histories with cases as files.
// with `--real` the real lines alone, for a back-test by hand, and nothing is planted or measured.
// `--data DIR` has a folder for each set, else the sets of the repository are used, some in part; `--sets a,b` looks at these.

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    data: { type: 'string' },
    seed: { type: 'string', default: '20261201' },
    folder: { type: 'string' },
    real: { type: 'boolean', default: false },
    sets: { type: 'string', default: SET_NAMES.join(',') },
  },
});
const seed = Number(values.seed);

function resultOf(set: string): SetResult[] {
  const began = Date.now();
  const trade = realTrade(set, values.data);
  if (trade === undefined) {
    process.stderr.write(`${set}: absent\n`);
    return [];
  }
  if (values.folder !== undefined && values.real) {
    writeHistoryFolder(bareHistory(trade), join(values.folder, set));
    return [];
  }
  if (values.folder !== undefined)
    writeHistoryFolder(plantedHistory(trade, seed, false).draft, join(values.folder, set));
  const result = lookAt(trade, seed);
  process.stderr.write(`${set}: ${trade.lines.length} lines, ${Math.round((Date.now() - began) / 1000)} s\n`);
  return [result];
}

const results = values.sets.split(',').flatMap(resultOf);
const figures = trustFigures(results, seed);
if (results.length > 0)
  process.stdout.write(
    values.json ? `${JSON.stringify(figures, undefined, 2)}\n` : `${trustTables(figures)}\n`,
  );
