import { Abandoned, outcomeOf } from '../../app/abandoned.ts';
import type { Caller } from '../../app/access/caller.ts';
import { actorText } from '../../app/actor.ts';
import type { IdempotencyStore } from '../../app/ports.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import type { Answer } from './route.ts';
import type { Seal } from './seal.ts';

/** Opens the one transaction of a write, and gives what works inside it. */
export type InOneTransaction<U> = <T>(
  caller: Caller,
  work: (useCases: U, keys: IdempotencyStore) => Promise<T>,
) => Promise<T>;

export type Keyed = {
  readonly caller: Caller;
  /** As the sender wrote it. */
  readonly key: string;
  /** Hex over method, address and body. */
  readonly requestHash: string;
  readonly at: Date;
  /** Keeps an answer unreadable that holds a secret. */
  readonly seal?: Seal;
};

/** One letter more than the key of a delivery may have is left to us. */
const KEY = /^[\x21-\x7e]{1,200}$/;

/** Refuses: idempotency-key-missing, argument-invalid. */
export function readKey(header: string | string[] | undefined): Result<string> {
  if (header === undefined || header === '') {
    return refused(refuse('idempotency-key-missing', 'Idempotency-Key'));
  }
  if (typeof header === 'string' && KEY.test(header)) return accept(header);
  const facts = { argument: 'Idempotency-Key', value: String(header), expected: '\\x21-\\x7e, 1…200' };
  return refused(refuse('argument-invalid', 'Idempotency-Key', facts));
}

/**
 * Does a write once, however often it is sent: the key, the effect and the answer are written in
 * one transaction. A second sender waits at the key's row and gets the first one's answer. What
 * is refused has no effect and takes no key: everything is as before.
 * Refuses: idempotency-key-reused (key).
 */
export function onceOnly<U>(
  inOneTransaction: InOneTransaction<U>,
  keyed: Keyed,
  work: (useCases: U) => Promise<Result<Answer>>,
): Promise<Result<Answer>> {
  const { caller, requestHash, at, seal } = keyed;
  // Persons do not share keys; so a stranger's key can neither be guessed nor taken.
  const key = `http ${actorText(caller.actor)} ${keyed.key}`;
  const done = inOneTransaction(caller, async (useCases, keys) => {
    const earlier = await keys.claim(key, requestHash, at);
    if (earlier !== undefined) return replayed(keyed, earlier);
    const result = await work(useCases);
    if (!result.ok) throw new Abandoned(result);
    const kept = JSON.stringify(result.value);
    await keys.answer(key, seal === undefined ? kept : seal.close(kept));
    return result;
  });
  return outcomeOf(done);
}

function replayed(
  { key, requestHash, seal }: Keyed,
  earlier: { readonly requestHash: string; readonly answer: Json },
): Result<Answer> {
  const kept = String(earlier.answer);
  const text = seal === undefined ? kept : seal.open(kept);
  // What another secret sealed was sent with another key of the API, and is not shown to this one.
  if (earlier.requestHash !== requestHash || text === undefined) {
    return refused(refuse('idempotency-key-reused', 'Idempotency-Key', { key }));
  }
  return accept(JSON.parse(text) as Answer);
}
