import { readDocument } from '../../adapters/files/readDocument.ts';
import type { ConfirmationUseCases } from '../../adapters/http/routes/confirmationRoutes.ts';
import type { DeductionUseCases } from '../../adapters/http/routes/deductionRoutes.ts';
import type { FundUseCases } from '../../adapters/http/routes/fundRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import {
  answerConfirmation,
  listConfirmations,
  openConfirmationPaper,
  sendConfirmation,
} from '../../app/claims/confirmBalance.ts';
import { followDispute } from '../../app/claims/followDispute.ts';
import { endDeductionPart, writeOffDeduction } from '../../app/deductions/endDeduction.ts';
import { listDeductions, registerDeduction, showDeduction } from '../../app/deductions/registerDeduction.ts';
import { listFunds, openFund, showFund } from '../../app/funds/openFund.ts';
import {
  claimActivity,
  closeActivity,
  decideActivity,
  expireActivities,
  openFundProof,
  requestActivity,
  settleActivity,
} from '../../app/funds/useFund.ts';
import { answerOwnConfirmation, listOwnConfirmations } from '../../app/portal/ownConfirmations.ts';
import type { Ports } from '../../app/ports.ts';

/** Deductions, funds, disputes and balances, as one caller has them. */
export function fundUseCases(
  ports: Ports,
  { tenant, actor, partners }: Caller,
): DeductionUseCases & FundUseCases & ConfirmationUseCases {
  return {
    registerDeduction: (asked) => registerDeduction(ports, tenant, { ...asked, actor }),
    showDeduction: (id) => showDeduction(ports, tenant, id),
    listDeductions: (filter) => listDeductions(ports, tenant, filter),
    endDeductionPart: (part) => endDeductionPart(ports, tenant, { ...part, actor }),
    writeOffDeduction: (asked) => writeOffDeduction(ports, tenant, { ...asked, actor }),
    openFund: (terms) => openFund(ports, tenant, terms, actor),
    listFunds: (filter) => listFunds(ports, tenant, filter),
    showFund: (code) => showFund(ports, tenant, code),
    requestActivity: (asked) => requestActivity(ports, tenant, { ...asked, actor }),
    decideActivity: (deed) => decideActivity(ports, tenant, { ...deed, actor }),
    claimActivity: ({ upload: { path }, ...deed }) =>
      claimActivity(ports, tenant, { ...deed, actor, open: () => readDocument(path) }),
    settleActivity: (deed) => settleActivity(ports, tenant, { ...deed, actor }),
    closeActivity: (deed) => closeActivity(ports, tenant, { ...deed, actor }),
    expireActivities: (asked) => expireActivities(ports, tenant, asked),
    openFundProof: (asked) => openFundProof(ports, tenant, asked),
    followDispute: (asked) => followDispute(ports, tenant, { ...asked, actor }),
    sendConfirmation: (asked) => sendConfirmation(ports, tenant, { ...asked, actor }),
    answerConfirmation: (step, letter) =>
      answerConfirmation(ports, tenant, {
        ...step,
        actor,
        ...(letter && { paper: { name: letter.name, open: () => readDocument(letter.upload.path) } }),
      }),
    answerOwnConfirmation: (step) =>
      answerOwnConfirmation(ports, tenant, { ...step, actor }, partners !== undefined),
    listConfirmations: (filter) =>
      (partners === undefined ? listConfirmations : listOwnConfirmations)(ports, tenant, filter),
    openConfirmationPaper: (asked) => openConfirmationPaper(ports, tenant, asked),
  };
}
