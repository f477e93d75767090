import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { eventBody } from './eventBody.ts';
import { EVENT_KINDS } from './eventKind.ts';
import { eventsOf } from './eventsOf.ts';
import { DELIVERY_ATTEMPTS, heldAfter, waitAfter } from './nextAttempt.ts';

const ID = '0199b5a0-7c00-7000-8000-000000000001';

test.each`
  action                      | object          | body                           | said
  ${'import.lines'}           | ${ID}           | ${{}}                          | ${[`import.ended import ${ID} /api/v1/imports/${ID}`]}
  ${'import.master'}          | ${ID}           | ${{}}                          | ${[`import.ended import ${ID} /api/v1/imports/${ID}`]}
  ${'import.master'}          | ${'17'}         | ${{}}                          | ${[]}
  ${'import.undo'}            | ${ID}           | ${{}}                          | ${[`import.undone import ${ID} /api/v1/imports/${ID}`]}
  ${'agreement.submit'}       | ${'N/1'}        | ${{}}                          | ${['agreement.submitted agreement N/1 /api/v1/agreements/N%2F1']}
  ${'agreement.approve'}      | ${'N'}          | ${{ level: 'first' }}          | ${[]}
  ${'agreement.approve'}      | ${'N'}          | ${{ version: 1 }}              | ${['agreement.approved agreement N /api/v1/agreements/N']}
  ${'agreement.approve'}      | ${'N'}          | ${{ version: 2 }}              | ${['agreement.amended agreement N /api/v1/agreements/N']}
  ${'agreement.takeOver'}     | ${'N'}          | ${{ version: 1 }}              | ${['agreement.approved agreement N /api/v1/agreements/N']}
  ${'agreement.save'}         | ${'N'}          | ${{}}                          | ${[]}
  ${'agreement.calculate'}    | ${'N'}          | ${{ bookings: 0 }}             | ${[]}
  ${'agreement.calculate'}    | ${'N'}          | ${{ bookings: 1 }}             | ${['earnings.changed agreement N /api/v1/agreements/N/earnings']}
  ${'claim.answered'}         | ${ID}           | ${{}}                          | ${[`claim.answered claim ${ID} /api/v1/claims/${ID}`]}
  ${'claim.silence'}          | ${ID}           | ${{}}                          | ${[`claim.answered claim ${ID} /api/v1/claims/${ID}`]}
  ${'claim.disputed'}         | ${ID}           | ${{}}                          | ${[`dispute.opened claim ${ID} /api/v1/claims/${ID}`]}
  ${'claim.agreed'}           | ${ID}           | ${{}}                          | ${[`dispute.resolved claim ${ID} /api/v1/claims/${ID}`]}
  ${'claim.commented'}        | ${ID}           | ${{}}                          | ${[]}
  ${'settlement.propose'}     | ${ID}           | ${{ settlements: ['a', 'b'] }} | ${['settlement.proposed settlement a /api/v1/settlements/a', 'settlement.proposed settlement b /api/v1/settlements/b']}
  ${'settlement.propose'}     | ${ID}           | ${{}}                          | ${[]}
  ${'settlement.approve'}     | ${'a'}          | ${{ missing: 1 }}              | ${[]}
  ${'settlement.approve'}     | ${'a'}          | ${{ missing: 0 }}              | ${['settlement.approved settlement a /api/v1/settlements/a']}
  ${'paymentRun.approve'}     | ${'r'}          | ${{ missing: 1 }}              | ${[]}
  ${'paymentRun.approve'}     | ${'r'}          | ${{ missing: 0 }}              | ${['paymentRun.approved paymentRun r /api/v1/payment-runs/r']}
  ${'payment.partlyReturned'} | ${'p'}          | ${{ run: 'r' }}                | ${['payment.returned payment p /api/v1/payment-runs/r']}
  ${'payment.confirm'}        | ${'p'}          | ${{ reason: 'seen' }}          | ${[]}
  ${'ledger.close'}           | ${'A B 2026-1'} | ${{}}                          | ${['month.closed month A B 2026-1 /api/v1/ledger/months?company=A%20B']}
  ${'constructor'}            | ${'x'}          | ${{}}                          | ${[]}
  ${'person.create'}          | ${ID}           | ${{}}                          | ${[]}
`('$action of $object, $body', ({ action, object, body, said }) => {
  const found = eventsOf({ action, object, body });
  expect(found.map((one) => `${one.kind} ${one.objectKind} ${one.object} ${one.address}`)).toEqual(said);
});

test('what is sent says what, when and where, and nothing of amounts', () => {
  const about = { objectKind: 'claim', object: ID, address: `/api/v1/claims/${ID}`, sequence: 7 } as const;
  const event = { id: 'e', kind: 'claim.sent', at: '2026-11-30T08:00:00.000Z', ...about } as const;
  expect(JSON.parse(eventBody(event, 'acme'))).toEqual({
    ...{ id: 'e', type: 'claim.sent', timestamp: '2026-11-30T08:00:00.000Z' },
    data: {
      ...{ tenant: 'acme', sequence: 7 },
      object: { kind: 'claim', id: ID, href: `/api/v1/claims/${ID}` },
    },
  });
});

describe('laws', () => {
  const text = fc.string({ unit: 'binary' }).map((one) => one.toWellFormed());
  const body = fc.dictionary(
    fc.constantFrom('version', 'missing', 'bookings', 'settlements', 'run'),
    fc.oneof(fc.nat(3), text, fc.array(text), fc.constant(null)),
  );
  const action = fc.constantFrom(
    ...['import.master', 'agreement.approve', 'settlement.propose', 'payment.confirmed', 'ledger.close'],
  );

  it('whatever a deed says, its events are published ones at addresses of the API', () => {
    fc.assert(
      fc.property(action, text, body, (name, object, said) => {
        for (const event of eventsOf({ action: name, object, body: said })) {
          expect(EVENT_KINDS).toContain(event.kind);
          expect(event.address).toMatch(/^\/api\/v1\/[\x21-\x7e]+$/);
        }
      }),
    );
  });

  it('each attempt waits longer than the one before, until it is given up after three days', () => {
    const waits = Array.from({ length: DELIVERY_ATTEMPTS }, (_, at) => waitAfter(at + 1));
    expect(waits.at(-1)).toBeUndefined();
    const known = waits.filter((wait) => wait !== undefined);
    expect(known).toHaveLength(DELIVERY_ATTEMPTS - 1);
    expect(known.toSorted((a, b) => a - b)).toEqual(known);
    const hours = known.reduce((sum, wait) => sum + wait, 0) / 3_600_000;
    expect(hours).toBeGreaterThan(72);
    expect(hours).toBeLessThan(96);
  });

  it.each([
    [1, 2000],
    [2, 4000],
    [9, 512_000],
    [10, 600_000],
    [1000, 600_000],
  ])('after %i silences an address is left alone for %i ms', (silences, ms) => {
    expect(heldAfter(silences)).toBe(ms);
  });
});
