import type { BothTexts } from '../../core/document/rebateDocument.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { canonicalJson, type Json } from '../../core/text/canonicalJson.ts';
import { hex } from '../../core/text/hex.ts';
import { utf8 } from '../../core/text/utf8.ts';
import type { Sha256 } from '../ports.ts';

/** What is carried from one tenant to another as a file: how it works, and nothing that happened in it. */
export type Transport = {
  readonly calendars: readonly CarriedCalendar[];
  /** As they are proposed; null: there are none. */
  readonly approvalRules: Json;
  readonly paymentRules: Json;
  readonly accountRules: readonly Json[];
  readonly mappings: readonly CarriedMapping[];
  /** The texts in force, and of agreements that were never approved the last draft. */
  readonly agreements: readonly CarriedAgreement[];
};

export type CarriedCalendar = {
  readonly code: string;
  readonly name: BothTexts;
  readonly calendar: Json;
  readonly isOffered: boolean;
};
export type CarriedMapping = {
  readonly name: string;
  /** Tells headers of the same columns; null where none was shown. */
  readonly fingerprint: string | null;
  readonly description: Json;
};
export type CarriedAgreement = { readonly code: string; readonly text: Json };

const TRANSPORT_FORMAT = 'openrebate-transport/1';

/** Most of one kind; a file beyond it is refused, not cut. */
export const CARRIED_MOST = 10_000;

/** The file: its parts under its format, and the SHA-256 of their canonical JSON. */
export function transportJson(transport: Transport, sha256: Sha256): Json {
  const parts = transport as unknown as Json;
  return { format: TRANSPORT_FORMAT, sha256: hashOf(parts, sha256), parts };
}

/** Refuses: transport-invalid (at, expected), transport-changed. */
export function decodeTransport(parsed: unknown, sha256: Sha256): Result<Transport> {
  if (!isObject(parsed) || parsed.format !== TRANSPORT_FORMAT)
    return refused(fault('format', TRANSPORT_FORMAT));
  const { parts } = parsed;
  if (!isObject(parts)) return refused(fault('parts', '{ … }'));
  if (parsed.sha256 !== hashOf(parts as Json, sha256)) return refused(refuse('transport-changed', 'sha256'));
  const faults = [
    ...listFaults(parts, 'calendars', isCalendar),
    ...listFaults(parts, 'accountRules', isObject),
    ...listFaults(parts, 'mappings', isMapping),
    ...listFaults(parts, 'agreements', isAgreement),
    ...['approvalRules', 'paymentRules']
      .filter((name) => parts[name] !== null && !isObject(parts[name]))
      .map((name) => fault(name, '{ … }, null')),
  ];
  return faults.length > 0 ? refused(...faults) : accept(parts as unknown as Transport);
}

function listFaults(
  parts: Readonly<Record<string, unknown>>,
  name: string,
  isOne: (one: unknown) => boolean,
): Refusal[] {
  const list = parts[name];
  if (!Array.isArray(list) || list.length > CARRIED_MOST) return [fault(name, `[ … ] ≤ ${CARRIED_MOST}`)];
  return list.flatMap((one, at) => (isOne(one) ? [] : [fault(`${name}[${at}]`, '{ … }')]));
}

function isCalendar(one: unknown): boolean {
  if (!isObject(one) || !isText(one.code) || !isObject(one.name)) return false;
  const { en, 'zh-CN': zh } = one.name;
  const isSaid = isText(one.calendar) || isObject(one.calendar);
  return typeof en === 'string' && typeof zh === 'string' && isSaid && typeof one.isOffered === 'boolean';
}

function isMapping(one: unknown): boolean {
  if (!isObject(one) || !isText(one.name) || !isObject(one.description)) return false;
  return one.fingerprint === null || /^[0-9a-f]{64}$/.test(String(one.fingerprint));
}

function isAgreement(one: unknown): boolean {
  return isObject(one) && isText(one.code) && isObject(one.text) && one.text.id === one.code;
}

const isText = (value: unknown) => typeof value === 'string' && value !== '' && value.length <= 200;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hashOf(parts: Json, sha256: Sha256): string {
  return hex(sha256(utf8(canonicalJson(parts))));
}

function fault(at: string, expected: string): Refusal {
  return refuse('transport-invalid', at, { at, expected });
}
