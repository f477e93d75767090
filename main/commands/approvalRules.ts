import {
  confirmApprovalRules,
  listApprovalRules,
  proposeApprovalRules,
} from '../../app/agreements/approvalRules.ts';
import { APPROVAL_FORMAT, FOUR_EYES } from '../../core/lifecycle/approvalRules.ts';
import type { RulesCommands } from './rules.ts';

/** `openrebate approval`: who has to approve which agreements. */
export const APPROVAL_COMMANDS: RulesCommands = {
  propose: proposeApprovalRules,
  confirm: confirmApprovalRules,
  list: listApprovalRules,
  reads: 'agreements:read',
  writes: 'agreements:approve',
  without: { format: APPROVAL_FORMAT, ...FOUR_EYES },
};
