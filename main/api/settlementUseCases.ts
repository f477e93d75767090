import type { DocumentSettingUseCases } from '../../adapters/http/routes/documentSettingRoutes.ts';
import type { SettlementUseCases } from '../../adapters/http/routes/settlementRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import type { Ports } from '../../app/ports.ts';
import { approveSettlement, rejectSettlement } from '../../app/settlement/approveSettlement.ts';
import { cancelSettlement } from '../../app/settlement/cancelSettlement.ts';
import {
  documentSettings,
  setCompanyParty,
  setDocumentSeries,
} from '../../app/settlement/documentSettings.ts';
import { issueSettlement, numberSettlement } from '../../app/settlement/issueSettlement.ts';
import { previewSettlement } from '../../app/settlement/planSettlement.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import {
  explainSettlementLine,
  listPayables,
  listSettlements,
  showSettlement,
} from '../../app/settlement/showSettlements.ts';

/** Settlements, and how documents are numbered, as one caller has them. */
export function settlementUseCases(
  ports: Ports,
  { tenant, actor }: Caller,
): SettlementUseCases & DocumentSettingUseCases {
  return {
    previewSettlement: (selection) => previewSettlement(ports, tenant, selection),
    proposeSettlement: (selection) => proposeSettlement(ports, tenant, { ...selection, actor }),
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
    listPayables: (filter) => listPayables(ports, tenant, filter),
  };
}
