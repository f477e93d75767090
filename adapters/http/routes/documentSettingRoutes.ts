import { z } from 'zod';
import type { DocumentSeries, OpenPayable, SettingChange } from '../../../app/ports/settlementStore.ts';
import type { SaidSetting } from '../../../app/settlement/documentSettings.ts';
import { settingChangeJson } from '../../../app/settlement/settingChangeJson.ts';
import { payableJson } from '../../../app/settlement/settlementJson.ts';
import type { DocumentParty } from '../../../core/document/rebateDocument.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { plainText } from '../jsonBody.ts';
import { code } from '../parameters.ts';
import { codePart, idPart } from '../parts.ts';
import { type Answer, answer, route } from '../route.ts';
import {
  documentSettingsSchema,
  partyBody,
  payableSchema,
  saidSettingSchema,
  seriesBody,
  settingChangeSchema,
} from '../settlementSchemas.ts';
import { SETTLEMENT_EXAMPLES } from './settlementExamples.ts';

/** Each refuses what the use case of its name does. */
export type DocumentSettingUseCases = {
  readonly documentSettings: (company: string) => Promise<
    Result<{
      readonly series: readonly DocumentSeries[];
      readonly party?: DocumentParty;
      readonly waiting: readonly SettingChange[];
    }>
  >;
  readonly setDocumentSeries: (series: DocumentSeries) => Promise<Result<SaidSetting>>;
  readonly setCompanyParty: (entry: {
    readonly company: string;
    readonly party: DocumentParty;
  }) => Promise<Result<SaidSetting>>;
  readonly approveDocumentSetting: (id: string) => Promise<Result<SettingChange>>;
  readonly rejectDocumentSetting: (entry: {
    readonly id: string;
    readonly reason: string;
  }) => Promise<Result<SettingChange>>;
  readonly listPayables: (filter: {
    readonly company?: string;
    readonly partner?: string;
  }) => Promise<readonly OpenPayable[]>;
};

const define = route<DocumentSettingUseCases>();

const COMPANY = {
  code: codePart('company', 'company-not-found', 'the code of a company of ours', 'company'),
};
const CHANGE = {
  id: idPart('documentSetting', 'document-setting-not-found', 'the id of a change of document settings'),
};
const said = (done: Result<SaidSetting>): Result<Answer> =>
  done.ok ? answer({ state: done.value.state, change: 'id' in done.value ? done.value.id : null }) : done;
const changed = (done: Result<SettingChange>): Result<Answer> =>
  done.ok ? answer(settingChangeJson(done.value)) : done;
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
      const { series, party = null, waiting } = found.value;
      return answer({ series: series.map(seriesJson), party, waiting: waiting.map(settingChangeJson) });
    },
  }),
  define({
    id: 'setDocumentSeries',
    method: 'PUT',
    path: '/api/v1/companies/{code}/documents/series',
    summary:
      'Say how documents of one kind are numbered: in a series of ours, or by another system. The first word counts, another one is proposed',
    scope: 'company:write',
    parts: COMPANY,
    body: seriesBody,
    answer: saidSettingSchema,
    example: SETTLEMENT_EXAMPLES.series,
    respond: async ({ path, body }, { setDocumentSeries }) => {
      const set = await setDocumentSeries({ company: path.code as string, ...body });
      return said(set);
    },
  }),
  define({
    id: 'setCompanyParty',
    method: 'PUT',
    path: '/api/v1/companies/{code}/documents/party',
    summary:
      'Say how a company of ours stands on its documents from now on. The first word counts, another one is proposed',
    scope: 'company:write',
    parts: COMPANY,
    body: partyBody,
    answer: saidSettingSchema,
    example: SETTLEMENT_EXAMPLES.party,
    respond: async ({ path, body }, { setCompanyParty }) => {
      const set = await setCompanyParty({ company: path.code as string, party: body });
      return said(set);
    },
  }),
  define({
    id: 'approveDocumentSetting',
    method: 'POST',
    path: '/api/v1/document-setting-changes/{id}/approval',
    summary: 'Approve it: it counts from now on. Only persons, and not who proposed it',
    scope: 'settlements:approve',
    parts: CHANGE,
    answer: settingChangeSchema,
    example: SETTLEMENT_EXAMPLES.approveSetting,
    respond: async ({ path }, { approveDocumentSetting }) =>
      changed(await approveDocumentSetting(path.id as string)),
  }),
  define({
    id: 'rejectDocumentSetting',
    method: 'POST',
    path: '/api/v1/document-setting-changes/{id}/rejection',
    summary: 'Say no to it, with a reason. Only persons',
    scope: 'settlements:approve',
    parts: CHANGE,
    body: z.strictObject({ reason: plainText(1000) }),
    answer: settingChangeSchema,
    example: SETTLEMENT_EXAMPLES.rejectSetting,
    respond: async ({ path, body }, { rejectDocumentSetting }) =>
      changed(await rejectDocumentSetting({ id: path.id as string, ...body })),
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
