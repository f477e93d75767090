import { type ApprovalRules, decodeApprovalRules } from '../../core/lifecycle/approvalRules.ts';
import {
  type ConfirmedRules,
  confirmRules,
  listRules,
  type ProposedRules,
  proposeRules,
  type RulesKind,
} from '../confirmedRules.ts';
import type { Ports, TenantId } from '../ports.ts';

/** Who has to approve which agreements. Reviews under way keep the rules that they began with. */
const APPROVAL_RULES: RulesKind<ApprovalRules> = {
  name: 'approvalRules',
  decode: decodeApprovalRules,
  storeOf: (tx) => tx.approvalRules,
  batch: 'agreement',
  notFound: 'approval-rules-not-found',
  stale: 'approval-rules-stale',
};

export const proposeApprovalRules = (ports: Ports, tenant: TenantId, entry: ProposedRules) =>
  proposeRules(ports, tenant, APPROVAL_RULES, entry);

export const confirmApprovalRules = (ports: Ports, tenant: TenantId, entry: ConfirmedRules) =>
  confirmRules(ports, tenant, APPROVAL_RULES, entry);

/** Without one in force, one other person approves. */
export const listApprovalRules = (ports: Ports, tenant: TenantId) => listRules(ports, tenant, APPROVAL_RULES);
