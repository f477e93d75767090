import { formatDate } from '../../core/calendar/localDate.ts';
import type { Refusal } from '../../core/refusal/refusals.ts';
import { canonicalJson } from '../../core/text/canonicalJson.ts';
import { joinKey } from '../../core/text/key.ts';
import type { FactRow } from '../facts/factKinds.ts';
import type { FactIdentity, StagedFact } from '../ports/factStore.ts';
import type { MasterRow } from '../ports.ts';
import { located } from './located.ts';
import { identityOf, parseMaster } from './parseMaster.ts';

/** Whoever says it: of a thing there is one version from a day on. */
const SOURCE = 'master';

/** A row of master data as the version that it is, or with every reason why it is none. */
export function stagedMaster(read: FactRow): StagedFact {
  const { row, place, refusals, fields = {} } = read;
  const identity = identityIn(fields);
  const placed = (all: readonly Refusal[]) =>
    located(all, row).map((one) => (place === undefined ? one : { ...one, at: `${place}.${one.at}` }));
  if (refusals.length > 0) return { ...read, ...identity, refusals: placed(refusals) };
  const parsed = parseMaster(fields);
  if (!parsed.ok) return { ...read, ...identity, refusals: placed(parsed.refusals) };
  const { value } = parsed;
  const { name, attributes } = value;
  const fact = { source: SOURCE, key: masterKey(value), content: canonicalJson({ name, attributes }), value };
  return { ...read, fact };
}

function identityIn(fields: Readonly<Record<string, string>>): { identity?: FactIdentity } {
  const { kind, code, validFrom } = identityOf(fields);
  const isWhole =
    kind !== undefined && code !== '' && ((fields.validFrom ?? '') === '') === (validFrom === undefined);
  if (!isWhole) return {};
  const row = { kind, code: code.normalize('NFC'), ...(validFrom !== undefined && { validFrom }) };
  return { identity: { source: SOURCE, key: masterKey(row) } };
}

/** Kind, code and first day, which `-infinity` stands for where there is none. */
function masterKey({ kind, code, validFrom }: Pick<MasterRow, 'kind' | 'code' | 'validFrom'>): string {
  return joinKey(kind, code, validFrom === undefined ? '-infinity' : formatDate(validFrom));
}
