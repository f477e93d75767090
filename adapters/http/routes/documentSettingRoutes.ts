import { z } from 'zod';
import type { DocumentSeries, OpenPayable } from '../../../app/ports/settlementStore.ts';
import { payableJson } from '../../../app/settlement/settlementJson.ts';
import type { DocumentParty } from '../../../core/document/rebateDocument.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { code } from '../parameters.ts';
import { codePart } from '../parts.ts';
import { answer, route } from '../route.ts';
import { documentSettingsSchema, partyBody, payableSchema, seriesBody } from '../settlementSchemas.ts';
import { SETTLEMENT_EXAMPLES } from './settlementExamples.ts';

/** Each refuses what the use case of its name does. */
export type DocumentSettingUseCases = {
  readonly documentSettings: (
    company: string,
  ) => Promise<Result<{ readonly series: readonly DocumentSeries[]; readonly party?: DocumentParty }>>;
  readonly setDocumentSeries: (series: DocumentSeries) => Promise<Result<DocumentSeries>>;
  readonly setCompanyParty: (entry: {
    readonly company: string;
    readonly party: DocumentParty;
  }) => Promise<Result<DocumentParty>>;
  readonly listPayables: (filter: {
    readonly company?: string;
    readonly partner?: string;
  }) => Promise<readonly OpenPayable[]>;
};

const define = route<DocumentSettingUseCases>();

const COMPANY = {
  code: codePart('company', 'company-not-found', 'the code of a company of ours', 'company'),
};
const seriesJson = ({ kind, series, numberedBy }: DocumentSeries) => ({ kind, series, numberedBy });

export const documentSettingRoutes = [
  define({
    id: 'getDocumentSettings',
    method: 'GET',
    path: '/api/v1/companies/{code}/documents',
    summary: 'How the documents of a company are numbered, and how it stands on them',
    scope: 'company:read',
    parts: COMPANY,
    answer: documentSettingsSchema,
    example: SETTLEMENT_EXAMPLES.settings,
    respond: async ({ path }, { documentSettings }) => {
      const found = await documentSettings(path.code as string);
      if (!found.ok) return found;
      const { series, party = null } = found.value;
      return answer({ series: series.map(seriesJson), party });
    },
  }),
  define({
    id: 'setDocumentSeries',
    method: 'PUT',
    path: '/api/v1/companies/{code}/documents/series',
    summary: 'Say how documents of one kind are numbered: in a series of ours, or by another system',
    scope: 'company:write',
    parts: COMPANY,
    body: seriesBody,
    answer: seriesBody,
    example: SETTLEMENT_EXAMPLES.series,
    respond: async ({ path, body }, { setDocumentSeries }) => {
      const set = await setDocumentSeries({ company: path.code as string, ...body });
      return set.ok ? answer(seriesJson(set.value)) : set;
    },
  }),
  define({
    id: 'setCompanyParty',
    method: 'PUT',
    path: '/api/v1/companies/{code}/documents/party',
    summary: 'Say how a company of ours stands on its documents from now on',
    scope: 'company:write',
    parts: COMPANY,
    body: partyBody,
    answer: partyBody,
    example: SETTLEMENT_EXAMPLES.party,
    respond: async ({ path, body }, { setCompanyParty }) => {
      const set = await setCompanyParty({ company: path.code as string, party: body });
      return set.ok ? answer(set.value) : set;
    },
  }),
  define({
    id: 'listPayables',
    method: 'GET',
    path: '/api/v1/payables',
    summary: 'What we owe by documents that stand, by due day; payments are not taken off',
    scope: 'settlements:read',
    query: {
      company: code('of this company', 'company'),
      partner: code('to this partner', 'partner'),
    },
    answer: z.strictObject({ rows: z.array(payableSchema) }),
    example: SETTLEMENT_EXAMPLES.payables,
    respond: async ({ query: { company, partner } }, { listPayables }) => {
      const rows = await listPayables({ ...(company && { company }), ...(partner && { partner }) });
      return answer({ rows: rows.map(payableJson) });
    },
  }),
];
