import { accept, type Refusal, type Result, refuse, refused } from '../refusal/refusals.ts';
import type { CaseRisk } from './caseRisk.ts';
import type { FoundObject } from './finding.ts';

/** What a hold can stop: it is paid, or something is paid because of it. Anything else is looked at. */
export const HELD_OBJECTS = ['claim', 'settlement', 'payment', 'bankChange', 'partner'] as const;
export type HeldObject = (typeof HELD_OBJECTS)[number];

export const VERDICTS = ['pass', 'review', 'hold'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A risk that nothing reaches: `NEVER` as a threshold switches it off. */
export const NEVER = 1001;

/** From which risk (1 to 1000) on a person looks at it, and from which it is held until one has. */
export type Thresholds = { readonly review: number; readonly hold: number };

export type TrustPolicy = {
  readonly thresholds: Readonly<Record<HeldObject, Thresholds>>;
  /** Of what cannot be held, such as an agreement or a line. */
  readonly reviewOthers: number;
  /** Claims and bank accounts that come are looked at before anything is paid because of them. */
  readonly awaitsScan: boolean;
  /** After so many minutes without that somebody is told; nothing is paid meanwhile. */
  readonly scanWithinMinutes: number;
  /** Everything is looked at once a day. */
  readonly isNightly: boolean;
  /** Whoever put something on hold, decided its case or has made it does not release it. */
  readonly fourEyes: boolean;
};

/** Where nobody has said anything: what is found is looked at, and nothing is held, or scanned by itself. */
export const NO_POLICY: TrustPolicy = {
  thresholds: {
    claim: { review: 500, hold: NEVER },
    settlement: { review: 500, hold: NEVER },
    payment: { review: 500, hold: NEVER },
    bankChange: { review: 500, hold: NEVER },
    partner: { review: 500, hold: NEVER },
  },
  reviewOthers: 500,
  awaitsScan: false,
  scanWithinMinutes: 60,
  isNightly: false,
  fourEyes: true,
};

/** What a page proposes to a tenant that has no policy. */
export const USUAL_POLICY: TrustPolicy = {
  thresholds: {
    claim: { review: 400, hold: 700 },
    settlement: { review: 400, hold: 700 },
    payment: { review: 300, hold: 600 },
    bankChange: { review: 300, hold: 600 },
    partner: { review: 500, hold: 850 },
  },
  reviewOthers: 500,
  awaitsScan: true,
  scanWithinMinutes: 60,
  isNightly: true,
  fourEyes: true,
};

const MINUTES_MAX = 10_080;

/** What a policy makes of the risk of a subject, 0 to 1000. Money that we left on the table is no reason to pay nobody. */
export function verdictOf(policy: TrustPolicy, object: FoundObject, { score, fraud }: CaseRisk): Verdict {
  if (!isHeldObject(object)) return score >= policy.reviewOthers ? 'review' : 'pass';
  const { review, hold } = policy.thresholds[object];
  if (fraud >= hold) return 'hold';
  return score >= review ? 'review' : 'pass';
}

export function isHeldObject(object: FoundObject): object is HeldObject {
  return HELD_OBJECTS.some((held) => held === object);
}

/** Refuses: trust-policy-invalid (field, expected), one for each field. */
export function checkPolicy(policy: TrustPolicy): Result<TrustPolicy> {
  const refusals: Refusal[] = [];
  const whole = (field: string, value: number, least: number, most: number) => {
    if (Number.isInteger(value) && value >= least && value <= most) return;
    refusals.push(refuse('trust-policy-invalid', field, { field, expected: `${least}…${most}` }));
  };
  for (const object of HELD_OBJECTS) {
    const { review, hold } = policy.thresholds[object];
    const field = `thresholds.${object}`;
    whole(`${field}.review`, review, 1, NEVER);
    whole(`${field}.hold`, hold, 1, NEVER);
    if (hold < review) {
      const facts = { field: `${field}.hold`, expected: `≥ ${review}` };
      refusals.push(refuse('trust-policy-invalid', facts.field, facts));
    }
  }
  whole('reviewOthers', policy.reviewOthers, 1, NEVER);
  whole('scanWithinMinutes', policy.scanWithinMinutes, 1, MINUTES_MAX);
  return refusals.length > 0 ? refused(...refusals) : accept(policy);
}
