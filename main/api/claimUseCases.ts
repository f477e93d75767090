import type { ClaimUseCases } from '../../adapters/http/routes/claimRoutes.ts';
import type { ClaimRuleUseCases } from '../../adapters/http/routes/claimRuleRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { answerClaim } from '../../app/claims/answerClaim.ts';
import { getClaimRule, setClaimRule } from '../../app/claims/claimRules.ts';
import { commentClaim } from '../../app/claims/commentClaim.ts';
import { openDispute, resolveDispute } from '../../app/claims/disputeClaim.ts';
import { raiseClaims } from '../../app/claims/raiseClaims.ts';
import { receiveMoney, returnMoney } from '../../app/claims/receiveMoney.ts';
import { claimHistory, listClaims, showClaim } from '../../app/claims/showClaims.ts';
import { askWriteOff, decideWriteOff } from '../../app/claims/writeOffClaim.ts';
import type { Ports } from '../../app/ports.ts';

/** Claims, as one caller has them. */
export function claimUseCases(ports: Ports, { tenant, actor }: Caller): ClaimUseCases & ClaimRuleUseCases {
  return {
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
  };
}
