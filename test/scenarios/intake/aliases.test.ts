import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readLines } from '../../../adapters/files/readLines.ts';
import { systemActor } from '../../../app/actor.ts';
import { confirmAlias } from '../../../app/intake/confirmAlias.ts';
import { findMapping, mappingsFor } from '../../../app/intake/findMapping.ts';
import { importLines } from '../../../app/intake/importLines.ts';
import { replayQuarantine } from '../../../app/intake/replayQuarantine.ts';
import { saveMapping } from '../../../app/intake/saveMapping.ts';
import { suggestAliases } from '../../../app/intake/suggestAliases.ts';
import type { Alias } from '../../../app/ports/aliasStore.ts';
import { openScenario, type Scenario, taken } from '../../support/scenario.ts';

// Names that are almost ours: suggested, confirmed by somebody, then used, and each row says so.
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';
const ACTOR = systemActor('cli');
const row = (document: string, partner: string, product = 'X-1') =>
  `pos,${document},1,sale,EU,${partner},${product},2026-01-05,1,EA,10,EUR`;

let story: Scenario;
let folder: string;
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aliases-'));
  story = await openScenario('EU');
  await story.master([
    { kind: 'partner', code: 'P1', name: 'Acme Co., Ltd.', attributes: {} },
    { kind: 'partner', code: 'P2', name: 'Nordwind GmbH', attributes: {} },
    { kind: 'product', code: 'X-1', name: 'Pump', attributes: {} },
  ]);
});
afterAll(async () => {
  await story.close();
  await rm(folder, { recursive: true });
});

async function bringIn(...rows: readonly string[]) {
  files += 1;
  const path = join(folder, `${files}.csv`);
  await writeFile(path, `${[HEADER, ...rows].join('\n')}\n`);
  const input = { source: 'pos', open: () => readLines(path), actor: ACTOR };
  return taken(await importLines(story.ports, story.tenant, input));
}

const confirm = (alias: Partial<Alias>) =>
  confirmAlias(
    story.ports,
    story.tenant,
    { kind: 'partner', source: 'pos', received: 'ACME LIMITED', ...alias },
    ACTOR,
  );

async function partnerOf(document: string): Promise<string | undefined> {
  const lines = await story.ports.store.inTenant(story.tenant, async (tx) =>
    tx.lines.knownAt(await tx.batches.last(), { document }),
  );
  return lines[0]?.partner;
}

const ROWS = [
  row('D1', 'ACME LIMITED'),
  row('D2', 'ACME LIMITED'),
  row('D3', 'Nordwind', 'x1'),
  row('D4', 'P2'),
];

it('are quarantined, and suggested with a confidence, those of most rows first', async () => {
  const { dispositions } = await bringIn(...ROWS);
  expect(dispositions.quarantined.rows).toBe(3);
  const suggested = await suggestAliases(story.ports, story.tenant, { limit: 9 });
  const shown = suggested.map(({ kind, received, rows, suggestions }) => [
    ...[kind, received, rows],
    suggestions.map(({ code, confidence }) => `${code} ${confidence}`).join(),
  ]);
  expect(shown).toEqual([
    ['partner', 'ACME LIMITED', 2, 'P1 92'],
    ['partner', 'Nordwind', 1, 'P2 92'],
    ['product', 'x1', 1, 'X-1 97'],
  ]);
  expect(await partnerOf('D1')).toBeUndefined();
});

it('are refused where they name nobody, or hide one of ours', async () => {
  const codes = (result: Awaited<ReturnType<typeof confirm>>) =>
    result.ok ? [] : result.refusals.map(({ code }) => code);
  expect(codes(await confirm({ code: 'P9' }))).toEqual(['alias-target-unknown']);
  expect(codes(await confirm({ received: 'P2', code: 'P1' }))).toEqual(['alias-hides-code']);
});

it('are taken for ours once somebody has said so, and every row says which', async () => {
  expect(taken(await confirm({ code: 'P1' })).isNew).toBe(true);
  expect(taken(await confirm({ code: 'P1' })).isNew).toBe(false);
  const { imports } = taken(await replayQuarantine(story.ports, story.tenant, { actor: ACTOR }));
  expect(imports.map(({ received }) => received.rows)).toEqual([2]);
  expect(await partnerOf('D1')).toBe('P1');
  const again = await bringIn(...ROWS);
  expect(again.dispositions).toMatchObject({ duplicate: { rows: 3 }, quarantined: { rows: 1 } });
  const { document } = await bringIn(row('D5', 'ACME LIMITED'));
  const applied = await story.ports.store.inTenant(story.tenant, (tx) => tx.received.aliasesOf(document.id));
  expect(applied).toEqual([{ row: 1, aliases: [{ kind: 'partner', received: 'ACME LIMITED', code: 'P1' }] }]);
});

it('are of one source only, and nobody’s again when they are withdrawn', async () => {
  const other = await bringIn(row('D6', 'ACME LIMITED').replace('pos', 'erp'));
  expect(other.dispositions.quarantined.rows).toBe(1);
  expect(taken(await confirm({})).isNew).toBe(true);
  const after = await bringIn(row('D7', 'ACME LIMITED'));
  expect(after.dispositions.quarantined.rows).toBe(1);
  expect(await partnerOf('D1')).toBe('P1');
});

it('a saved description has versions, and is found by the columns that it reads', async () => {
  const save = (description: string, columns?: readonly string[]) =>
    saveMapping(story.ports, story.tenant, {
      ...{ name: 'POS files', description, actor: ACTOR },
      ...(columns && { columns }),
    });
  const columns = ['Shop', 'Menge', 'Wert'];
  expect(taken(await save('one', columns))).toEqual({ name: 'POS files', version: 1, isNew: true });
  expect(taken(await save('one', columns))).toEqual({ name: 'POS files', version: 1, isNew: false });
  expect(taken(await save('two'))).toEqual({ name: 'POS files', version: 2, isNew: true });
  const [found] = await mappingsFor(story.ports, story.tenant, ['wert ', 'MENGE', 'shop']);
  expect(found).toMatchObject({ name: 'POS files', version: 2, description: 'two' });
  expect(await mappingsFor(story.ports, story.tenant, ['Shop', 'Menge'])).toEqual([]);
  expect(taken(await findMapping(story.ports, story.tenant, 'POS files', 1)).description).toBe('one');
  const names = await Promise.all(
    ['', '../x', ' a', 'a'.repeat(101)].map((name) =>
      saveMapping(story.ports, story.tenant, { name, description: {}, actor: ACTOR }),
    ),
  );
  expect(names.every(({ ok }) => !ok)).toBe(true);
  const twice = await Promise.all([save('three'), save('three')]);
  expect(twice.map((one) => taken(one).version)).toEqual([3, 3]);
});
