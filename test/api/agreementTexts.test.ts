import { describe, expect, it } from 'vitest';
import { systemActor } from '../../app/actor.ts';
import { recordAgreement } from '../../app/agreements/recordAgreement.ts';
import { startText } from '../../web/office/agreements/editor/startText.ts';
import { personWith } from '../support/api/apiServer.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { agreementOf, makeWorld } from '../support/api/world.ts';
import { taken } from '../support/scenario.ts';

// What is asked while somebody writes an agreement: what a text says, what is missing in it, what it catches and would
// have paid; and the list that is searched.

const { database, api } = await servedDatabase();
const world = await makeWorld(database, api, 'TEXTS');
const { tenant } = world;
const reader = await personWith(api, tenant, {
  scopes: ['agreements:read', 'agreements:write', 'earnings:read'],
});
const TEXT = { ...agreementOf('TEXTS'), id: 'NEW' };
const [TERM] = TEXT.terms;

const ask = (url: string, text: unknown) =>
  api.call(reader.key, {
    method: 'POST',
    url: `/api/v1/agreement-texts/${url}`,
    payload: { text } as object,
  });
const withTerm = (changed: object) => ({ ...TEXT, terms: [{ ...TERM, ...changed }] });

describe('a text', () => {
  it('is said in the language that is asked for, with what may not be meant', async () => {
    const said = await ask('terms?lang=zh-CN', TEXT);
    expect(said.status).toBe(200);
    expect(said.body.refusals).toEqual([]);
    expect(JSON.stringify(said.body.terms)).toMatch(/第 2 档.*2,500.*3\.5%/);
    expect(said.body.findings.map(({ code }: { code: string }) => code)).toContain('everybody');
  });

  it('that is no agreement yet is answered with every reason, each at its place', async () => {
    const rows = [{ from: '1000', percent: 'much' }, { from: 'far' }];
    const said = await ask('terms', withTerm({ tiers: { boundary: 'atLeast', rows } }));
    expect(said.status).toBe(200);
    expect(said.body.terms).toBeNull();
    expect(said.body.refusals.map(({ at }: { at: string }) => at)).toEqual(
      expect.arrayContaining(['terms[0].tiers.rows[0].percent', 'terms[0].tiers.rows[1].from']),
    );
  });

  it('is tried on the lines that are known: whom it catches and what it would have paid, and nothing is kept', async () => {
    // Each of two partners has bought 1,500 units for 20,000 euros: 2 % from 1,000 units.
    const tried = await ask('effect', TEXT);
    expect(tried.body.caught).toEqual({ partners: 2, products: 1, lines: 2, seen: 2, missed: [] });
    expect(tried.body.effect).toMatchObject({
      version: null,
      totals: [{ before: '0.00', after: '800.00', difference: '800.00' }],
    });
    expect(tried.body.effect.partners.map(({ after }: { after: string }) => after)).toEqual([
      '400.00',
      '400.00',
    ]);
    expect(await world.one('SELECT count(*) FROM preview')).toBe('0');
  });

  it('of an agreement that there is stands beside its version in force', async () => {
    const rows = [{ from: '1000', percent: '3' }];
    const changed = { ...withTerm({ tiers: { boundary: 'atLeast', rows } }), id: 'TEXTS-A' };
    const { body } = await ask('effect', changed);
    expect(body.effect).toMatchObject({
      version: 1,
      totals: [{ before: '800.00', after: '1200.00', difference: '400.00' }],
    });
  });

  it('with a condition says how many partners and lines are left, and why the others are not', async () => {
    const participants = [{ attribute: 'partner.code', in: ['TEXTS-P1'] }];
    const { body } = await ask('effect', { ...TEXT, participants });
    expect(body.caught).toMatchObject({ partners: 1, lines: 1, seen: 2 });
    expect(body.caught.missed).toMatchObject([{ lines: 1, state: 'excluded', reason: 'notParticipant' }]);
    const unit = { of: 'quantity', basis: 'invoiced', unit: 'PAL' };
    const blocked = await ask('effect', withTerm({ qualifier: unit }));
    expect(blocked.body.caught).toMatchObject({ lines: 0, missed: [{ lines: 2, state: 'blocked' }] });
  });

  it('that is refused is not tried', async () => {
    const { status, body } = await ask('effect', { ...TEXT, currency: undefined });
    expect([status, body.code]).toEqual([400, 'agreement-field-missing']);
  });
});

it('every template is an agreement, and so is what the office begins with it', async () => {
  const { body } = await api.call(reader.key, { url: '/api/v1/agreement-templates' });
  expect(body.rows.length).toBeGreaterThan(20);
  for (const { template, text } of body.rows) {
    const begun = startText({
      template: text,
      name: template,
      company: 'TEXTS-CO',
      year: '2026',
      currency: 'USD',
    });
    for (const one of [text, begun]) {
      const { body: said } = await ask('terms', one);
      expect([template, said.refusals]).toEqual([template, []]);
    }
  }
});

describe('the list of agreements', () => {
  const codes = async (query: string): Promise<string[]> => {
    const { body } = await api.call(reader.key, { url: `/api/v1/agreements?${query}` });
    return body.rows.map(({ agreement }: { agreement: string }) => agreement);
  };

  it('is searched by a part of the id or of a name in either language, and narrowed', async () => {
    const name = { en: 'Tea of the north', 'zh-CN': '北方茶叶' };
    const old = { firstDay: '2025-01-01', lastDay: '2025-12-31' };
    const tea = { ...agreementOf('TEXTS'), id: 'TEA', name, validity: old, programme: 'growth' };
    const actor = systemActor('demo');
    taken(await recordAgreement(api.ports, tenant, tea, { actor, asNewVersion: false }));
    await api.call(reader.key, {
      method: 'POST',
      url: '/api/v1/proposals',
      payload: { text: { id: 'DRAFT' } },
    });
    expect(await codes('')).toEqual(['DRAFT', 'TEA', 'TEMPLATE', 'TEXTS-A']);
    expect(await codes('search=NORTH')).toEqual(['TEA']);
    expect(await codes(`search=${encodeURIComponent('茶')}`)).toEqual(['TEA']);
    expect(await codes('search=te')).toEqual(['TEA', 'TEMPLATE', 'TEXTS-A']);
    expect(await codes('state=expired')).toEqual(['TEA']);
    expect(await codes('state=active')).toEqual(['TEMPLATE', 'TEXTS-A']);
    expect(await codes('programme=growth')).toEqual(['TEA']);
    expect(await codes('direction=supplierRebate')).toEqual([]);
    expect(await codes('open=draft')).toEqual(['DRAFT']);
  });

  it('turns the pages of what was narrowed', async () => {
    const first = await api.call(reader.key, { url: '/api/v1/agreements?search=te&limit=2' });
    expect(first.body.rows).toHaveLength(2);
    const cursor = encodeURIComponent(first.body.next);
    expect(await codes(`search=te&limit=2&cursor=${cursor}`)).toEqual(['TEXTS-A']);
    const other = await api.call(reader.key, { url: `/api/v1/agreements?limit=2&cursor=${cursor}` });
    expect(other.body.code).toBe('cursor-invalid');
  });
});
