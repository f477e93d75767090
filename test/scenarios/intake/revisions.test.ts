import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTenant } from '../../../adapters/db/createTenant.ts';
import { systemActor } from '../../../app/actor.ts';
import { importItems } from '../../../app/intake/importItems.ts';
import { lineRevisions, type ShownRevision } from '../../../app/intake/lineRevisions.ts';
import type { TenantId } from '../../../app/ports.ts';
import { lineTexts as textsOf } from '../../../core/fact/lineTexts.ts';
import { importMaster } from '../../support/importMaster.ts';
import { openScenario, type Scenario, taken } from '../../support/scenario.ts';
import { lineTexts, type Texts } from '../../support/trade.ts';
import { IS_DEEP, SEED } from '../../support/tradeCases.ts';

// The chain of what was said of one line, however often and in whatever order its words come: each
// revision is what the changes up to it add up to, and the line that was known at its batch.

const ACTOR = systemActor('cli');
const IDENTITY = { source: 'erp', document: 'D1', line: '1' };

let story: Scenario;
let tenants = 0;
beforeAll(async () => {
  story = await openScenario('EU');
});
afterAll(() => story.close());

async function tenantOf(): Promise<TenantId> {
  tenants += 1;
  const tenant = await createTenant(story.database.ownerUrl, {
    ...{ id: story.ports.ids.next(), code: `revisions-${tenants}`, name: 'Revisions' },
    companies: [{ code: 'EU', name: 'EU', timeZone: 'UTC' }],
  });
  const named = (kind: 'partner' | 'product', code: string) => ({ kind, code, name: code, attributes: {} });
  const master = [named('partner', 'P1'), named('partner', 'P2'), named('product', 'A')];
  taken(await importMaster(story.ports, tenant, master, ACTOR));
  return tenant;
}

/** One word on the line; two words with the same bytes are one file, sent again. */
type Word = { readonly said: Texts; readonly bytes: string };

const words = fc.array(
  fc.record({
    said: fc.record({
      netValue: fc.constantFrom('10.00', '12.5', ''),
      partner: fc.constantFrom('P1', 'P2'),
      'attribute.promotion': fc.constantFrom('', 'spring'),
      'discount.rule.A': fc.constantFrom('', '5%'),
    }),
    isAgain: fc.boolean(),
  }),
  { minLength: 2, maxLength: 8 },
);

/** What must become of them, worked out from the rules of the line format. */
function revisionsOf(arrived: readonly Word[]): Texts[] {
  const revisions: { said: string; texts: Texts; bytes: string; place: number }[] = [];
  const first = new Map<string, number>();
  for (const [place, { said: texts, bytes }] of arrived.entries()) {
    const said = JSON.stringify(texts);
    const since = first.get(bytes);
    if (since === undefined) first.set(bytes, place);
    const last = revisions.at(-1);
    if (last?.said === said) continue;
    if (since !== undefined && last !== undefined && last.place > since && last.bytes !== bytes) continue;
    revisions.push({ said, texts, bytes, place });
  }
  return revisions.map(({ texts }) => texts);
}

function applied(revisions: readonly ShownRevision[]): Record<string, string>[] {
  const texts: Record<string, string> = {};
  return revisions.map(({ changes }) => {
    for (const [field, { before, now }] of Object.entries(changes)) {
      expect(texts[field] ?? null).toBe(before);
      if (now === null) delete texts[field];
      else texts[field] = now;
    }
    return { ...texts };
  });
}

it('tells every revision of a line, in the order in which they became known', {
  timeout: IS_DEEP ? 1_800_000 : 60_000,
}, async () => {
  let revised = 0;
  await fc.assert(
    fc.asyncProperty(words, async (given) => {
      story.on('2026-03-01');
      const tenant = await tenantOf();
      const arrived = given.map(({ said, isAgain }, place): Word => {
        return { said, bytes: `${JSON.stringify(said)}${isAgain ? '' : place}` };
      });
      for (const [place, { said, bytes }] of arrived.entries()) {
        story.on(`2026-03-${String(place + 1).padStart(2, '0')}`);
        const beside = bytes === JSON.stringify(said) ? [] : [lineTexts({ document: `B${place}` })];
        const items = [lineTexts({ ...said }), ...beside];
        taken(
          await importItems(story.ports, tenant, { source: 'erp', items, mode: 'goodRows', actor: ACTOR }),
        );
      }
      const { revisions } = taken(await lineRevisions(story.ports, tenant, IDENTITY));
      const expected = revisionsOf(arrived).map((texts) => {
        const all = Object.entries(lineTexts({ ...texts })).filter(([, text]) => text !== '');
        return Object.fromEntries(all);
      });
      expect(applied(revisions)).toEqual(expected);
      expect(revisions.map(({ revision }) => revision)).toEqual(expected.map((_, index) => index + 1));
      const batches = revisions.map(({ batch }) => batch);
      expect(batches).toEqual([...new Set(batches)].sort((a, b) => a - b));
      for (const [index, { batch, knownOn }] of revisions.entries()) {
        const known = await story.ports.store.inTenant(tenant, (tx) =>
          tx.lines.knownAt(batch, { document: 'D1' }),
        );
        expect(known.map((line) => [textsOf(line), line.knownOn])).toEqual([[expected[index], knownOn]]);
      }
      if (revisions.length > 2) revised += 1;
    }),
    { numRuns: IS_DEEP ? 200 : 10, seed: SEED },
  );
  expect(revised).toBeGreaterThan(3);
});
