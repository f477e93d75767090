import { Readable } from 'node:stream';
import type { DocumentUseCases } from '../../adapters/http/routes/documentRoutes.ts';
import type { DocumentSettingUseCases } from '../../adapters/http/routes/documentSettingRoutes.ts';
import type { SettlementUseCases } from '../../adapters/http/routes/settlementRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import type { Ports } from '../../app/ports.ts';
import { approveSettlement, rejectSettlement } from '../../app/settlement/approveSettlement.ts';
import { cancelSettlement } from '../../app/settlement/cancelSettlement.ts';
import { approveDocumentSetting, rejectDocumentSetting } from '../../app/settlement/decideDocumentSetting.ts';
import {
  documentSettings,
  setCompanyParty,
  setDocumentSeries,
} from '../../app/settlement/documentSettings.ts';
import { listIssuedDocuments } from '../../app/settlement/issuedDocuments.ts';
import { issueSettlement, numberSettlement } from '../../app/settlement/issueSettlement.ts';
import { previewSettlement } from '../../app/settlement/planSettlement.ts';
import { proposeAdvance } from '../../app/settlement/proposeAdvance.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import {
  explainSettlementLine,
  listPayables,
  listSettlements,
  showSettlement,
} from '../../app/settlement/showSettlements.ts';
import { accept } from '../../core/refusal/refusals.ts';
import { issuedFile } from '../documentFile.ts';
import type { Aside } from './openAside.ts';

/** Settlements, and how documents are numbered, as one caller has them. */
export function settlementUseCases(
  ports: Ports,
  { tenant, actor }: Caller,
  aside: Aside | undefined,
): SettlementUseCases & DocumentSettingUseCases & DocumentUseCases {
  return {
    previewSettlement: (selection) =>
      aside?.ask('previewSettlement', tenant, selection) ?? previewSettlement(ports, tenant, selection),
    proposeSettlement: (selection) => proposeSettlement(ports, tenant, { ...selection, actor }),
    proposeAdvance: (advance) => proposeAdvance(ports, tenant, { ...advance, actor }),
    listSettlements: (filter) => listSettlements(ports, tenant, filter),
    showSettlement: (id) => showSettlement(ports, tenant, id),
    explainSettlementLine: (place) => explainSettlementLine(ports, tenant, place),
    approveSettlement: (id) => approveSettlement(ports, tenant, { actor, id }),
    rejectSettlement: (entry) => rejectSettlement(ports, tenant, { ...entry, actor }),
    issueSettlement: (id) => issueSettlement(ports, tenant, { actor, id }),
    numberSettlement: (entry) => numberSettlement(ports, tenant, { ...entry, actor }),
    cancelSettlement: (entry) => cancelSettlement(ports, tenant, { ...entry, actor }),
    documentSettings: (company) => documentSettings(ports, tenant, company),
    setDocumentSeries: (series) => setDocumentSeries(ports, tenant, { ...series, actor }),
    setCompanyParty: (entry) => setCompanyParty(ports, tenant, { ...entry, actor }),
    approveDocumentSetting: (id) => approveDocumentSetting(ports, tenant, { actor, id }),
    rejectDocumentSetting: (entry) => rejectDocumentSetting(ports, tenant, { ...entry, actor }),
    listIssuedDocuments: (filter) => listIssuedDocuments(ports, tenant, filter),
    documentFile: async (id, form, language) => {
      const file = await issuedFile(ports, tenant, id, form, language);
      if (!file.ok) return file;
      const { content, name } = file.value;
      return accept({ content: Readable.from([Buffer.from(content)]), name });
    },
    listPayables: (filter) => listPayables(ports, tenant, filter),
  };
}
