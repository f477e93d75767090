import {
  confirmPaymentRules,
  listPaymentRules,
  proposePaymentRules,
} from '../../app/payments/paymentRules.ts';
import type { RulesCommands } from './rules.ts';

/** `openrebate payments rules`: what has to happen before money leaves. */
export const PAYMENT_COMMANDS: RulesCommands = {
  propose: proposePaymentRules,
  confirm: confirmPaymentRules,
  list: listPaymentRules,
  reads: 'bank:read',
  writes: 'bank:approve',
  without: null,
};
