import { agreementText } from '../../support/trade.ts';
import { PARTNERS, PRODUCT } from './openTenant.ts';
import { expectStatus, type Story } from './story.ts';

/** A payment and a stock count, each with one beside it that nobody can take. */
export const factsBeside: Story = async ({ client, mark, told, books, draw }) => {
  const paid = { source: 'bank', paidOn: '2026-06-10', document: mark, currency: 'EUR' };
  const items = [
    { ...paid, payment: mark, amount: `${1 + draw(900)}.00` },
    { ...paid, payment: `${mark}-no`, amount: 'x' },
  ];
  const payments = await client.write('/api/v1/payments/bulk', { items, allOrNothing: false });
  expectStatus(told, payments, 207, { done: 1, refused: 1, items: [{ value: { revision: 1 } }] });
  books.payments.add(mark);
  const count = { source: mark, company: 'EU', day: '2026-06-30', quantity: `${draw(500)}`, unit: 'EA' };
  const counts = [
    { ...count, product: PRODUCT, partner: PARTNERS[draw(PARTNERS.length)] },
    { ...count, product: 'NOTHING' },
  ];
  const stock = await client.write('/api/v1/stock/bulk', { items: counts, allOrNothing: false });
  expectStatus(told, stock, 207, { done: 1, refused: 1, items: [{ value: { revision: 1 } }] });
  books.stock.add(mark);
};

/** A person, and a look at what was earned. */
export const personAndReads: Story = async ({ client, mark, told, books }) => {
  const login = `p-${mark}`;
  const made = await client.write('/api/v1/persons', { login, name: 'Somebody', partners: null });
  expectStatus(told, made, 201, { login });
  books.persons.add(login);
  expectStatus(told, await client.read('/api/v1/earnings?limit=20'), 200, {});
  expectStatus(told, await client.write('/api/v1/calculations', {}), 202, {});
};

/** An agreement from a draft to a version, an amendment that is rejected, and previews of both. */
export const agreementLife: Story = async ({ client, approver, mark, told, books }) => {
  const id = `A-${mark}`;
  const tiers = { boundary: 'atLeast', rows: [{ from: '0', percent: '3' }] };
  const text = agreementText({ transactions: 'purchase', tiers }, { id, direction: 'supplierRebate' });
  const begun = await client.write('/api/v1/proposals', { text: { id } });
  const place = `/api/v1/proposals/${begun.body.proposal}`;
  const { etag } = await client.read(place);
  const saved = { text, onVersionInForce: false };
  const put = { method: 'PUT', headers: { 'if-match': etag } } as const;
  expectStatus(told, await client.write(`${place}/text`, saved, put), 200, { revision: 2 });
  expectStatus(told, await client.write(`${place}/previews`, {}), 202, {});
  const value = { of: 'expected', amount: '1000' };
  await client.write(`${place}/submissions`, { revision: 2, value });
  await client.write(`${place}/recall`, {});
  await client.write(`${place}/submissions`, { revision: 2, value });
  const given = await client.write(`${place}/approvals`, { submission: 2 }, { as: approver });
  expectStatus(told, given, 201, { version: 1, missing: [] });
  await client.write(`/api/v1/agreements/${id}/comments`, { text: 'Seen.' });
  const edits = [{ path: 'terms[volume].tiers.rows[0].percent', value: '4' }];
  const amended = await client.write(`/api/v1/agreements/${id}/amendments`, {
    kind: 'edits',
    base: 1,
    edits,
  });
  const other = `/api/v1/proposals/${amended.body.proposal}`;
  await client.write(`${other}/submissions`, { revision: 1, value });
  const no = { submission: 1, reason: 'It leaves no margin.' };
  expectStatus(told, await client.write(`${other}/rejections`, no, { as: approver }), 201, {
    state: 'draft',
  });
  expectStatus(told, await client.write(`${other}/withdrawal`, {}), 200, { state: 'withdrawn' });
  const first = ['begin', 'save', 'submit', 'recall', 'submit', 'approve', 'comment'];
  books.deeds.set(id, [...first, 'begin', 'submit', 'reject', 'withdraw']);
};
