import { readClaimFile } from '../../adapters/files/readClaimFile.ts';
import { readDocument } from '../../adapters/files/readDocument.ts';
import { tableExport } from '../../adapters/files/tableExport.ts';
import type { ClaimIntakeUseCases } from '../../adapters/http/routes/claimIntakeRoutes.ts';
import type { ClaimMessageUseCases } from '../../adapters/http/routes/claimMessageRoutes.ts';
import type { ClaimUseCases } from '../../adapters/http/routes/claimRoutes.ts';
import type { ClaimRuleUseCases } from '../../adapters/http/routes/claimRuleRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { answerClaim } from '../../app/claims/answerClaim.ts';
import { passDeadlines } from '../../app/claims/claimDeadlines.ts';
import { getClaimRule, setClaimRule } from '../../app/claims/claimRules.ts';
import { commentClaim } from '../../app/claims/commentClaim.ts';
import { openDispute, resolveDispute } from '../../app/claims/disputeClaim.ts';
import { listLeftOut } from '../../app/claims/leftOut.ts';
import { listProofs, openProofOfClaim, proveClaim } from '../../app/claims/proveClaim.ts';
import { previewRaising, raiseClaims } from '../../app/claims/raiseClaims.ts';
import { receiveMoney, returnMoney } from '../../app/claims/receiveMoney.ts';
import { repairMessage, sendMessage, sendProof } from '../../app/claims/sendMessage.ts';
import { claimHistory, listClaims, showClaim } from '../../app/claims/showClaims.ts';
import { dismissMessage, listMessages, showMessage } from '../../app/claims/showMessages.ts';
import { submitClaims } from '../../app/claims/submitClaims.ts';
import { recordAcceptance, unrecognisedIncome } from '../../app/claims/supplierIncome.ts';
import { askWriteOff, decideWriteOff } from '../../app/claims/writeOffClaim.ts';
import type { Ports } from '../../app/ports.ts';
import { CLAIM_COLUMNS, templateRow } from '../../core/claim/claimFile.ts';

/** Claims, as one caller has them. */
export function claimUseCases(
  ports: Ports,
  caller: Caller,
): ClaimUseCases & ClaimRuleUseCases & ClaimIntakeUseCases & ClaimMessageUseCases {
  const { tenant, actor } = caller;
  return {
    ...messageUseCases(ports, caller),
    listLeftOut: (filter) => listLeftOut(ports, tenant, filter),
    previewRaising: (asked) => previewRaising(ports, tenant, asked),
    raiseClaims: (asked) => raiseClaims(ports, tenant, { ...asked, actor }),
    listClaims: (filter) => listClaims(ports, tenant, filter),
    showClaim: (asked) => showClaim(ports, tenant, asked),
    claimHistory: (id) => claimHistory(ports, tenant, id),
    answerClaim: (said) => answerClaim(ports, tenant, { ...said, actor }),
    receiveMoney: (receipt) => receiveMoney(ports, tenant, { ...receipt, actor }),
    returnMoney: (asked) => returnMoney(ports, tenant, { ...asked, actor }),
    openDispute: (part) => openDispute(ports, tenant, { ...part, actor }),
    resolveDispute: (part) => resolveDispute(ports, tenant, { ...part, actor }),
    askWriteOff: (asked) => askWriteOff(ports, tenant, { ...asked, actor }),
    decideWriteOff: (decision) => decideWriteOff(ports, tenant, { ...decision, actor }),
    commentClaim: (comment) => commentClaim(ports, tenant, { ...comment, actor }),
    setClaimRule: (rule) => setClaimRule(ports, tenant, rule, actor),
    getClaimRule: (asked) => getClaimRule(ports, tenant, asked),
    submitClaims: (rows, { isPreview }) => submitClaims(ports, tenant, { rows, actor, isPreview }),
    importClaims: async ({ path, name }, { isPreview }) => {
      const file = await readClaimFile(path, { name });
      return file.ok ? submitClaims(ports, tenant, { rows: file.value.rows, actor, isPreview }) : file;
    },
    passDeadlines: (asked) => passDeadlines(ports, tenant, { ...asked, actor }),
    proveClaim: (claim, name, { path }) =>
      proveClaim(ports, tenant, { claim, actor, name, open: () => readDocument(path) }),
    listProofs: (claim) => listProofs(ports, tenant, claim),
    openProofOfClaim: (id) => openProofOfClaim(ports, tenant, id),
    recordAcceptance: (acceptance) => recordAcceptance(ports, tenant, { ...acceptance, actor }),
    unrecognisedIncome: () => unrecognisedIncome(ports, tenant),
  };
}

/** What is sent about claims; a partner's person has no right to ask for a job. */
function messageUseCases(ports: Ports, { tenant, actor, partners }: Caller): ClaimMessageUseCases {
  const sender = { actor, asksToTake: partners === undefined };
  return {
    sendMessage: (said) => sendMessage(ports, tenant, { ...said, ...sender }),
    sendClaimFile: async (partner, { path, name }) => {
      const file = await readClaimFile(path, { name });
      if (!file.ok) return file;
      return sendMessage(ports, tenant, { kind: 'claims', partner, rows: file.value.rows, ...sender });
    },
    sendProof: (claim, name, { path }) =>
      sendProof(ports, tenant, { claim, name, open: () => readDocument(path), ...sender }),
    claimTemplate: (partner, format) => tableExport(format, CLAIM_COLUMNS, [templateRow(partner)]),
    listMessages: (filter) => listMessages(ports, tenant, filter),
    showMessage: (id) => showMessage(ports, tenant, id),
    repairMessage: (message, rows) => repairMessage(ports, tenant, { message, rows, ...sender }),
    dismissMessage: (message, reason) => dismissMessage(ports, tenant, { message, reason, actor }),
  };
}
