import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTenant } from '../../adapters/db/createTenant.ts';
import { systemActor } from '../../app/actor.ts';
import { recordAgreement } from '../../app/agreements/recordAgreement.ts';
import { calculateDue } from '../../app/calculation/calculateDue.ts';
import { decodeMaster } from '../../app/intake/decodeMaster.ts';
import type { TenantId } from '../../app/ports.ts';
import { parseLine } from '../../core/fact/parseLine.ts';
import { rowsOf as readRows } from '../../main/commands/calculateFiles.ts';
import { verifyPackage } from '../../verifier/verifyPackage.ts';
import { personWith } from '../support/api/apiServer.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { day, importRows, rowsOf } from '../support/facts.ts';
import { importMaster } from '../support/importMaster.ts';
import { taken } from '../support/scenario.ts';

// What a partner may see (rulings R18), where amounts hang on others: a buying group, a limit that partners share, two
// terms that are sold together. Whatever it asks for, in either language, as text, proof or file: nothing names others.

const { database, api } = await servedDatabase();
const EXAMPLES = join(import.meta.dirname, '../../demo/examples');
const actor = systemActor('demo');

/** An expectation of ours of one partner, that nobody else is to see. */
const FORECAST = '98765';

type Example = {
  readonly tenant: TenantId;
  readonly partners: readonly string[];
  readonly names: ReadonlyMap<string, string>;
};

async function exampleIn(
  name: string,
  change: (agreement: Json) => Json = (agreement) => agreement,
): Promise<Example> {
  // Which product has which margin is ours alone; which range it is of, everybody may know.
  const read = (file: string) =>
    readFileSync(join(EXAMPLES, name, file), 'utf8').replaceAll(/(product\.|")margin"/g, '$1range"');
  const sandbox = { timeZone: 'UTC', businessDay: day('2026-12-31') };
  const code = `sight-${name}-${crypto.randomUUID().slice(0, 6)}`;
  const tenant = await createTenant(database.ownerUrl, {
    ...{ id: api.ports.ids.next(), code, name, companies: [{ code: 'EU', name: 'EU', ...sandbox }] },
  });
  const [file] = taken(await readRows({ lines: [join(EXAMPLES, name, 'lines.csv')] }, () => {}));
  const lines = (file?.rows ?? []).flatMap(({ parsed }) => ('line' in parsed ? [parsed.line] : []));
  const partners = [...new Set(lines.map(({ partner }) => partner))].sort();
  const master = existsSync(join(EXAMPLES, name, 'master.json'))
    ? taken(decodeMaster(JSON.parse(read('master.json'))))
    : [
        ...partners.map((code) => ({
          kind: 'partner' as const,
          code,
          name: `${code} & Sons`,
          attributes: {},
        })),
        ...[...new Set(lines.map(({ product }) => product))].map((code) => ({
          ...{ kind: 'product' as const, code, name: code, attributes: {} },
        })),
      ];
  taken(await importMaster(api.ports, tenant, master, actor));
  await importRows(database.store, tenant, rowsOf(...lines), day('2026-12-31'));
  const agreement = change(JSON.parse(read('agreement.json')));
  taken(await recordAgreement(api.ports, tenant, agreement, { actor, asNewVersion: false }));
  await calculateDue(api.ports, tenant);
  const names = new Map(master.filter(({ kind }) => kind === 'partner').map((row) => [row.code, row.name]));
  return { tenant, partners, names };
}

// biome-ignore lint/suspicious/noExplicitAny: an agreement as its file has it.
type Json = any;

const forecast =
  (partner: string, volume = FORECAST) =>
  (agreement: Json) => ({
    ...agreement,
    'x-note': 'RISKY',
    settlement: {
      ...agreement.settlement,
      accrual: { forecast: [{ term: agreement.terms[0].id, partner, volume }], others: 'reachedTier' },
    },
  });

/** Everything that the portal says to somebody of one partner, and everything that it refuses. */
async function allSaidTo({ tenant, partners }: Example, partner: string) {
  const scopes = ['agreements:read', 'earnings:read', 'claims:read', 'settlements:read'] as const;
  const { key } = await personWith(api, tenant, { scopes, partners: [partner] });
  const ask = async (url: string) => {
    const { status, body } = await api.call(key, { url: `/api/v1/${url}` });
    return { status, body, text: typeof body === 'string' ? body : JSON.stringify(body) };
  };
  const list = await ask('earnings?limit=100');
  const own: { id: string; partner: string }[] = list.body.rows;
  const agreements = await ask('portal/agreements');
  const all = await api.call((await personWith(api, tenant)).key, { url: '/api/v1/earnings?limit=100' });
  const others = all.body.rows.filter((row: { partner: string }) => row.partner !== partner);
  const said = [list, agreements, await ask('portal/lines')];
  for (const place of ['payments', 'companies']) {
    said.push(await ask(`portal/${place}`));
    for (const other of partners)
      said.push(await ask(`portal/${place}?partner=${encodeURIComponent(other)}`));
  }
  for (const lang of ['en', 'zh-CN']) {
    for (const { agreement } of agreements.body.rows) {
      said.push(await ask(`portal/agreements/${agreement}?lang=${lang}`));
    }
    for (const { id } of own) said.push(await ask(`earnings/${id}/explanation?lang=${lang}&lines=1000`));
    for (const { id } of others) {
      said.push(
        await ask(`earnings/${id}/explanation?lang=${lang}`),
        await ask(`earnings/${id}/proof?lang=${lang}`),
      );
    }
  }
  const proofs = await Promise.all(own.map(({ id }) => ask(`earnings/${id}/proof`)));
  expect(own.every((row) => row.partner === partner)).toBe(true);
  expect(partners.length).toBeGreaterThan(1);
  return { own, said: [...said, ...proofs], proofs };
}

/** The codes and names of others, as whole words. */
function namesOfOthers({ partners, names }: Example, partner: string): string[] {
  const mine = [partner, names.get(partner) ?? partner];
  return partners.flatMap((code) => [code, names.get(code) ?? code]).filter((name) => !mine.includes(name));
}

function isNamed(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return (
    at >= 0 &&
    !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') &&
    !/[\p{L}\p{N}]/u.test(text[at + name.length] ?? '')
  );
}

describe.each(['buying-group', 'marketing-fund', 'cross-sell'])('%s', (name) => {
  let example: Example;
  beforeAll(async () => {
    const { partners } = await exampleIn(name);
    example = await exampleIn(name, forecast(partners[0] ?? ''));
  });

  it('names nobody else, nor what we take for likely, and is proved by own lines', async () => {
    for (const partner of example.partners) {
      const { own, said, proofs } = await allSaidTo(example, partner);
      for (const { text, status } of said) {
        expect([partner, namesOfOthers(example, partner).filter((one) => isNamed(text, one))]).toEqual([
          partner,
          [],
        ]);
        expect([text.includes(FORECAST), text.includes('RISKY'), status < 500]).toEqual([false, false, true]);
      }
      expect(own.length).toBeGreaterThan(0);
      for (const { text, status } of proofs) {
        expect([status, text.slice(0, 400)]).toEqual([200, text.slice(0, 400)]);
        expect(verifyPackage(text, 'proof.json', 'en')).toMatchObject({ ok: true, value: { partner } });
      }
    }
  });

  it('is refused as soon as a line, an amount, a term or a figure of it is another', async () => {
    const [partner = ''] = example.partners;
    const { proofs } = await allSaidTo(example, partner);
    const { text } = proofs[0] as { text: string };
    expect(verifyPackage(text, 'proof.json', 'en').ok).toBe(true);
    const json = JSON.parse(text);
    const changes: Json[] = [
      { ...json, lines: json.lines.slice(1) },
      {
        ...json,
        lines: json.lines.map((line: Json, at: number) => (at === 0 ? { ...line, netValue: '1.00' } : line)),
      },
      {
        ...json,
        proof: {
          ...json.proof,
          earnings: json.proof.earnings.map((one: Json) => ({ ...one, amount: '1.23' })),
        },
      },
      { ...json, proof: { ...json.proof, agreement: { ...json.proof.agreement, sha256: '0'.repeat(64) } } },
      { ...json, proof: { ...json.proof, calculation: '0' } },
      { lines: [] },
      'none',
    ];
    for (const changed of changes) {
      const outcome = verifyPackage(JSON.stringify(changed), 'proof.json', 'zh-CN');
      expect([changed, outcome.ok]).toEqual([changed, false]);
      if (!outcome.ok) expect(outcome.reasons[0]?.what).toMatch(/\p{Script=Han}/u);
    }
    expect(verifyPackage('{', 'proof.json', 'en').ok).toBe(false);
  });
});

describe('a term that goes by what is ours alone', () => {
  it('shows its partner the amount and the words of the contract, and neither margin nor cost', async () => {
    const example = await exampleIn('cross-sell', (agreement: Json) => {
      const margin = { of: 'value', basis: 'margin' };
      const [term] = agreement.terms;
      const tiers = { boundary: 'atLeast', rows: [{ from: '0', percent: '10' }] };
      const words = 'A tenth, as agreed by letter.';
      return {
        ...agreement,
        terms: [{ ...term, id: 'extra', words, qualifier: margin, payout: margin, tiers }],
      };
    });
    const [partner = ''] = example.partners;
    const line = taken(
      parseLine({
        ...{ source: 'erp', document: 'M1', line: '1', side: 'sale', company: 'EU', partner, product: 'L' },
        ...{
          invoiceDate: '2026-05-01',
          quantity: '10',
          unit: 'EA',
          netValue: '5000.00',
          currency: 'EUR',
        },
        unitCost: '377.77',
      }),
    );
    await importRows(database.store, example.tenant, rowsOf(line), day('2026-12-31'));
    await calculateDue(api.ports, example.tenant);
    const { own, said, proofs } = await allSaidTo(example, partner);
    expect(own).toMatchObject([{ own: { isWithheld: true }, progress: { tiers: [], volume: '0' } }]);
    for (const { text } of said) {
      // With their decimals: an id may have any digits.
      expect(text).not.toMatch(/margin|毛利|377\.77|3,?777\.7|1,?222\.3/i);
    }
    expect(proofs.map(({ status, body }) => [status, body.code])).toEqual([[403, 'proof-not-for-partner']]);
    const explained = said.find(({ body }) => body?.explanation !== undefined);
    expect(explained?.body).toMatchObject({ term: { words: 'A tenth, as agreed by letter.' }, lines: [] });
    expect(explained?.body.explanation.steps).toEqual([]);
  });
});
