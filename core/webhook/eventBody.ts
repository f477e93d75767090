import { canonicalJson } from '../text/canonicalJson.ts';
import type { ObjectKind, SentKind } from './eventKind.ts';

/** An event as it is kept: whatever is sent of it, at whichever attempt, is the same to the byte. */
export type HookEvent = {
  readonly id: string;
  readonly kind: SentKind;
  readonly objectKind: ObjectKind;
  readonly object: string;
  /** Where the API shows it. */
  readonly address: string;
  /** Of two events of one thing the later one has the larger number. */
  readonly sequence: number;
  /** UTC: "2026-01-31T10:20:30.123Z". */
  readonly at: string;
};

/** What is sent of an event, in the form of Standard Webhooks: type, timestamp, data. */
export function eventBody({ id, kind, at, ...event }: HookEvent, tenant: string): string {
  const { objectKind, object, address, sequence } = event;
  const data = { tenant, sequence, object: { kind: objectKind, id: object, href: address } };
  return canonicalJson({ id, type: kind, timestamp: at, data });
}
