import type { SealedStore, SealedText, SealedThing } from '../../app/ports/sealedStore.ts';
import type { Session } from './session.ts';

type Place = {
  readonly table: string;
  /** What names a row beside its tenant, with the types. */
  readonly id: Readonly<Record<string, 'text' | 'date' | 'integer' | 'bigint' | 'uuid'>>;
  /** Which rows are needed; all of them where nothing is said. */
  readonly isNeeded?: string;
};

/** Every table of a tenant with sealed texts, which a test holds against the schema. */
export const SEALED_PLACES: Readonly<Record<SealedThing, Place>> = {
  bankAccount: { table: 'bank_account', id: { partner_id: 'text', valid_from: 'date', batch: 'bigint' } },
  payingAccount: { table: 'paying_account', id: { code: 'text', version: 'integer' } },
  paymentFile: { table: 'payment_run', id: { id: 'uuid' } },
  webhookSecret: {
    ...{ table: 'webhook_secret', id: { webhook_id: 'uuid', number: 'integer' } },
    isNeeded: 'ends_at IS NULL OR ends_at > clock_timestamp()',
  },
  signOnSecret: {
    ...{ table: 'sso_provider', id: { version: 'integer' } },
    isNeeded: 'version = (SELECT max(version) FROM sso_provider l WHERE l.tenant_id = $1)',
  },
};
const PLACES = Object.entries(SEALED_PLACES) as readonly [SealedThing, Place][];

export function sealedStore({ tenant, query }: Session): SealedStore {
  return {
    lockUnder: async (keys, limit) => {
      const found: SealedText[] = [];
      for (const [of, place] of PLACES) {
        if (found.length >= limit) break;
        const rows = await query<SealedRow>(lockUnder(place), [tenant, keys, limit - found.length]);
        found.push(...rows.map(({ id, key, sealed }) => ({ of, id, sealed: { key, bytes: sealed } })));
      }
      return found;
    },
    reseal: async ({ of, id, sealed }) => {
      await query(reseal(SEALED_PLACES[of]), [tenant, id, sealed.key, sealed.bytes]);
    },
    countByKey: async () => {
      const rows = await query<{ key: string; texts: number }>(COUNT_BY_KEY, [tenant]);
      return new Map(rows.map(({ key, texts }) => [key, texts]));
    },
  };
}

type SealedRow = { readonly id: readonly string[]; readonly key: string; readonly sealed: Uint8Array };

const columnsOf = ({ id }: Place) => Object.keys(id);
const neededOf = ({ isNeeded = 'true' }: Place) => `tenant_id = $1 AND key IS NOT NULL AND (${isNeeded})`;

function lockUnder(place: Place): string {
  const id = columnsOf(place).map((column) => `${column}::text`);
  return `SELECT ARRAY[${id.join(', ')}] AS id, key, sealed FROM ${place.table}
    WHERE ${neededOf(place)} AND key = ANY ($2::text[]) ORDER BY ${columnsOf(place).join(', ')} LIMIT $3 FOR UPDATE`;
}

function reseal(place: Place): string {
  const isIt = Object.entries(place.id).map(
    ([column, type], at) => `${column} = ($2::text[])[${at + 1}]::${type}`,
  );
  return `UPDATE ${place.table} SET key = $3, sealed = $4 WHERE tenant_id = $1 AND ${isIt.join(' AND ')}`;
}

const COUNT_BY_KEY = `SELECT key, count(*)::int AS texts FROM (
  ${PLACES.map(([, place]) => `SELECT key FROM ${place.table} WHERE ${neededOf(place)}`).join(' UNION ALL ')}
) AS k GROUP BY key`;
