import { claimActivity, decideActivity } from '../../../app/funds/useFund.ts';
import type { KeyPorts } from '../../../app/ports/keyRing.ts';
import { accept } from '../../../core/refusal/refusals.ts';
import { decimalOf } from '../../support/trade.ts';
import { ANNA, BERT, type MoneyWorld } from './moneyWorld.ts';

/** A document as proof, by its text. */
export function paper(text: string) {
  const content = new TextEncoder().encode(text);
  return {
    name: 'paper.txt',
    open: async () => accept({ content, mediaType: 'text/plain; charset=utf-8' as const }),
  };
}

/** 100.00 of the fund are granted to the activity of the world. */
export function approvedActivity(ports: KeyPorts, { tenant, activity }: MoneyWorld) {
  return decideActivity(ports, tenant, { activity, outcome: { approved: decimalOf('100.00') }, actor: BERT });
}

/** It has cost 120.00. */
export function claimedActivity(ports: KeyPorts, { tenant, activity }: MoneyWorld) {
  return claimActivity(ports, tenant, {
    activity,
    cost: decimalOf('120.00'),
    actor: ANNA,
    ...paper('invoice'),
  });
}
