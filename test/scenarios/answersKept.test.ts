import { afterAll, beforeAll, expect, it } from 'vitest';
import { sweep } from '../../app/jobs/sweep.ts';
import { RETENTION } from '../../app/retention/retention.ts';
import { openScenario, type Scenario } from '../support/scenario.ts';

// The answer to a request is given again for at least thirty days, and then forgotten by the worker.

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
});
afterAll(() => story.close());

const HASH = 'h';

async function answeredOn(day: string): Promise<void> {
  story.on(day);
  await story.ports.store.inTenant(story.tenant, async ({ idempotency }) => {
    await idempotency.claim(day, HASH, story.ports.clock.now());
    await idempotency.answer(day, day);
  });
}

/** What a request gets that is sent again; nothing where its key is free. */
const again = (key: string) =>
  story.ports.store.inTenant(story.tenant, async ({ idempotency }) => {
    const earlier = await idempotency.claim(key, HASH, story.ports.clock.now());
    if (earlier === undefined) await idempotency.answer(key, 'new');
    return earlier?.answer;
  });

it('forgets an answer when its days are over, not a moment earlier', async () => {
  for (const day of ['2026-01-01', '2026-01-31', '2026-02-01']) await answeredOn(day);
  // Noon of the 30th day after the first one: exactly as old as it may be.
  story.on('2026-01-31');
  await sweep(story.ports, story.tenant);
  expect(await again('2026-01-01')).toBe('2026-01-01');
  story.on('2026-02-01');
  await sweep(story.ports, story.tenant);
  expect(await again('2026-01-01')).toBeUndefined();
  expect([await again('2026-01-31'), await again('2026-02-01')]).toEqual(['2026-01-31', '2026-02-01']);
});

it('keeps it for longer where that is said, and never for less than thirty days by itself', async () => {
  expect(RETENTION.answers.default).toBeGreaterThanOrEqual(30);
  await answeredOn('2026-03-01');
  story.on('2026-05-29');
  await sweep(story.ports, story.tenant, 90);
  expect(await again('2026-03-01')).toBe('2026-03-01');
  story.on('2026-05-31');
  await sweep(story.ports, story.tenant, 90);
  expect(await again('2026-03-01')).toBeUndefined();
});
