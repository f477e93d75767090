import { readDocument } from '../../adapters/files/readDocument.ts';
import type { AgreementUseCases } from '../../adapters/http/routes/agreementRoutes.ts';
import type { AgreementTextUseCases } from '../../adapters/http/routes/agreementTextRoutes.ts';
import type { ApprovalUseCases } from '../../adapters/http/routes/approvalRoutes.ts';
import type { ProposalUseCases } from '../../adapters/http/routes/proposalRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { agreementAsOf, agreementHistory, getProposal } from '../../app/agreements/agreementHistory.ts';
import { type Amendment, amendAgreement } from '../../app/agreements/amendAgreement.ts';
import {
  confirmApprovalRules,
  listApprovalRules,
  proposeApprovalRules,
} from '../../app/agreements/approvalRules.ts';
import { approveProposal } from '../../app/agreements/approveProposal.ts';
import { attachDocument, listDocuments, openDocument } from '../../app/agreements/attachDocument.ts';
import { commentAgreement } from '../../app/agreements/commentAgreement.ts';
import { compareVersions } from '../../app/agreements/compareVersions.ts';
import { draftAgreement } from '../../app/agreements/draftAgreement.ts';
import { recallProposal, rejectProposal, withdrawProposal } from '../../app/agreements/endReview.ts';
import { listAgreements, listProposals } from '../../app/agreements/listAgreements.ts';
import { onlineAcceptances } from '../../app/agreements/onlineAcceptances.ts';
import { cloneAgreement, renewAgreement } from '../../app/agreements/renewAgreement.ts';
import { saveDraft } from '../../app/agreements/saveDraft.ts';
import { submitProposal } from '../../app/agreements/submitProposal.ts';
import { tryApprovalRules } from '../../app/agreements/tryApprovalRules.ts';
import { earningsAsOf } from '../../app/earnings/earningsAsOf.ts';
import { whoQualifies } from '../../app/earnings/whoQualifies.ts';
import type { Ports } from '../../app/ports.ts';
import { tryAgreement } from '../../app/preview/tryAgreement.ts';
import { readTemplates } from '../readTemplate.ts';

/** Agreements and their life, as one caller has them. */
export function agreementUseCases(
  ports: Ports,
  { tenant, actor }: Caller,
): AgreementUseCases & AgreementTextUseCases & ProposalUseCases & ApprovalUseCases {
  return {
    listTemplates: readTemplates,
    tryAgreement: (text) => tryAgreement(ports, tenant, text),
    listAgreements: (page) => listAgreements(ports, tenant, page),
    getAgreement: (agreement, days) => agreementAsOf(ports, tenant, { agreement, ...days }),
    agreementHistory: (code) => agreementHistory(ports, tenant, code),
    onlineAcceptances: (code) => onlineAcceptances(ports, tenant, code),
    compareVersions: (code, names) => compareVersions(ports, tenant, code, names),
    earningsAsOf: (agreement, question) => earningsAsOf(ports, tenant, { agreement, ...question }),
    whoQualifies: (agreement, question) => whoQualifies(ports, tenant, { agreement, ...question }),
    commentAgreement: (comment) => commentAgreement(ports, tenant, { actor, ...comment }),
    attachDocument: (agreement, name, { path }) =>
      attachDocument(ports, tenant, { actor, agreement, name, open: () => readDocument(path) }),
    listDocuments: (code) => listDocuments(ports, tenant, code),
    openDocument: (id) => openDocument(ports, tenant, id),
    listProposals: (filter) => listProposals(ports, tenant, filter),
    getProposal: (id) => getProposal(ports, tenant, id),
    draftAgreement: (entry) => draftAgreement(ports, tenant, { actor, ...entry }),
    saveDraft: (entry) => saveDraft(ports, tenant, { actor, ...entry }),
    amendAgreement: (amendment) => amendAgreement(ports, tenant, { actor, ...amendment } as Amendment),
    cloneAgreement: (copy) => cloneAgreement(ports, tenant, { actor, ...copy }),
    renewAgreement: (renewal) => renewAgreement(ports, tenant, { actor, ...renewal }),
    submitProposal: (entry) => submitProposal(ports, tenant, { actor, ...entry }),
    approveProposal: (entry) => approveProposal(ports, tenant, { actor, ...entry }),
    rejectProposal: (entry) => rejectProposal(ports, tenant, { actor, ...entry }),
    recallProposal: (entry) => recallProposal(ports, tenant, { actor, ...entry }),
    withdrawProposal: (entry) => withdrawProposal(ports, tenant, { actor, ...entry }),
    listApprovalRules: () => listApprovalRules(ports, tenant),
    tryApprovalRules: (trial) => tryApprovalRules(ports, tenant, trial),
    proposeApprovalRules: (parsed) => proposeApprovalRules(ports, tenant, { actor, parsed }),
    confirmApprovalRules: (version) => confirmApprovalRules(ports, tenant, { actor, version }),
  };
}
