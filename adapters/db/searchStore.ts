import type { Found, FoundKind, SearchStore } from '../../app/ports/searchStore.ts';
import { stands } from './masterStanding.ts';
import type { Session } from './session.ts';

// $1 is the tenant, $2 what is looked for in small letters, $3 how many of a kind, $4 the same as $2 as it
// stands in a text of JSON. Each question gives id, code, name and its rank: what is called exactly so, what begins so,
// and what has it somewhere.

const has = (column: string) => `position($2 IN lower(${column})) > 0`;
const RANK = 'CASE WHEN lower(code) = $2 THEN 0 WHEN starts_with(lower(code), $2) THEN 1 ELSE 2 END';

/**
 * Whether a value of the text has it, and not the name of a field, which all agreements have. Most texts do not have
 * it at all, and are not taken apart.
 */
const says = (text: string) => `position($4 IN lower(${text})) > 0 AND EXISTS (
        SELECT FROM jsonb_path_query(${text}::jsonb, 'strict $.** ? (@.type() == "string")') value
        WHERE ${has("value #>> '{}'")})`;

const master = (kind: 'partner' | 'product') => `
  SELECT code AS id, code, name FROM (
    SELECT DISTINCT ON (code) code, name FROM master_version m
    WHERE tenant_id = $1 AND kind = '${kind}' AND ${stands('m')} ORDER BY code, valid_from DESC
  ) v WHERE ${has('code')} OR ${has('name')}`;

const QUESTIONS: Readonly<Record<FoundKind, string>> = {
  agreement: `
    SELECT d.code AS id, d.code, '' AS name FROM dossier d
    WHERE d.tenant_id = $1 AND (${has('d.code')} OR EXISTS (
      SELECT FROM agreement a JOIN LATERAL (
        SELECT text FROM agreement_version WHERE tenant_id = $1 AND agreement_id = a.id ORDER BY version DESC LIMIT 1
      ) v ON true WHERE a.tenant_id = $1 AND a.code = d.code AND ${says('v.text')}))`,
  partner: master('partner'),
  product: master('product'),
  claim: `
    SELECT id::text, reference AS code, partner_id || ' · ' || agreement AS name FROM claim
    WHERE tenant_id = $1 AND (${has('reference')} OR id::text = $2)`,
  settlement: `
    SELECT id::text, coalesce(legal_number, '') AS code, partner_id AS name FROM settlement
    WHERE tenant_id = $1 AND (${has('legal_number')} OR id::text = $2)`,
  // A number of a document is found whole alone: by the keys of the lines, however many there are.
  document: `
    SELECT DISTINCT source AS id, document AS code, partner_id AS name FROM line
    WHERE tenant_id = $1 AND source IN (SELECT source FROM source_document WHERE tenant_id = $1)
      AND document IN ($2, upper($2))`,
  import: `
    SELECT id::text, name AS code, source AS name FROM source_document
    WHERE tenant_id = $1 AND parent_id IS NULL AND (${has('name')} OR id::text = $2)`,
};

type FoundRow = Omit<Found, 'kind'>;

export function searchStore(session: Session): SearchStore {
  return {
    find: async ({ text, kinds, limit }) => {
      const found: Found[] = [];
      for (const kind of kinds) {
        const sql = `SELECT id, code, name FROM (${QUESTIONS[kind]}) f ORDER BY ${RANK}, code, id LIMIT $3`;
        const asked = [session.tenant, text.toLowerCase(), limit];
        const rows = await session.query<FoundRow>(
          sql,
          kind === 'agreement' ? [...asked, inJson(text)] : asked,
        );
        found.push(...rows.map((row) => ({ kind, ...row })));
      }
      return found;
    },
  };
}

function inJson(text: string): string {
  return JSON.stringify(text.toLowerCase()).slice(1, -1);
}
