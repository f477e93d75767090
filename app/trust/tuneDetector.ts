import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Detector, Parameters } from '../../core/trust/detector.ts';
import { type Feedback, feedbackOf } from '../../core/trust/feedback.ts';
import { type Actor, actorText } from '../actor.ts';
import { personOf } from '../agreements/personOf.ts';
import { auditDeed } from '../auditDeed.ts';
import { lockSettings } from '../companies/lockSettings.ts';
import type { ParametersByDetector, StoredParameters } from '../ports/trustStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { detectors } from './detecting.ts';

/** Of every detector: findings below it are kept, and nothing is made of them. */
export const LEAST_SCORE = { key: 'leastScore', least: 1, most: 1000, usual: 1 } as const;

export function leastScoreOf(parameters: Parameters | undefined): number {
  return parameters?.[LEAST_SCORE.key] ?? LEAST_SCORE.usual;
}

export async function parametersNow(tx: Tx): Promise<ParametersByDetector> {
  return Object.fromEntries(
    (await tx.trust.parameters()).map(({ detector, parameters }) => [detector, parameters]),
  );
}

/** What detectors themselves go by. */
export function detectorParameters(all: ParametersByDetector): ParametersByDetector {
  return Object.fromEntries(
    Object.entries(all).map(([detector, { [LEAST_SCORE.key]: _, ...own }]) => [detector, own]),
  );
}

/** A detector, what it goes by, and what decisions say of it. */
export type ShownDetector = Pick<Detector, 'name' | 'version' | 'group'> & {
  readonly parameters: readonly (Detector['parameters'][number] & { readonly value: number })[];
  /** Counts the changes, from 0. */
  readonly changes: number;
  readonly changed?: Pick<StoredParameters, 'reason' | 'setBy' | 'setAt'>;
  readonly feedback?: Feedback;
};

export function listDetectors(ports: Ports, tenant: TenantId): Promise<readonly ShownDetector[]> {
  return ports.store.inTenant(tenant, async (tx) => {
    const set = new Map((await tx.trust.parameters()).map((row) => [row.detector, row]));
    const feedback = new Map(feedbackOf(await tx.trust.judged()).map((one) => [one.detector, one]));
    return detectors.map((detector) => shown(detector, set.get(detector.name), feedback.get(detector.name)));
  });
}

function shown(
  detector: Detector,
  set: StoredParameters | undefined,
  feedback: Feedback | undefined,
): ShownDetector {
  const { name, version, group } = detector;
  const parameters = parametersOf(detector).map((parameter) => ({
    ...parameter,
    value: set?.parameters[parameter.key] ?? parameter.usual,
  }));
  return {
    ...{ name, version, group, parameters, changes: set?.version ?? 0 },
    ...(set && { changed: set }),
    ...(feedback && { feedback }),
  };
}

function parametersOf({ parameters }: Detector): Detector['parameters'] {
  return [...parameters, LEAST_SCORE];
}

export type DetectorChange = {
  readonly detector: string;
  /** What is not named is as usual. */
  readonly parameters: Parameters;
  readonly reason: string;
  readonly actor: Actor;
};

/**
 * Says by what a detector goes from the next scan on: also what decisions suggest, which a person takes over or not.
 * Refuses: person-needed, reason-missing, trust-detector-unknown, trust-parameter-invalid.
 */
export function tuneDetector(
  ports: Ports,
  tenant: TenantId,
  { detector, parameters, reason, actor }: DetectorChange,
): Promise<Result<ShownDetector>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const person = personOf(actor);
    if (!person.ok) return person;
    if (reason.trim() === '') return refused(refuse('reason-missing', 'reason'));
    const known = checkParameters(detector, parameters);
    if (!known.ok) return known;
    await lockSettings(tx);
    const before = (await tx.trust.parameters()).find((row) => row.detector === detector);
    const said = { reason: reason.trim(), setBy: actorText(actor), setAt: ports.clock.now() };
    const stored = { detector, version: (before?.version ?? 0) + 1, parameters, ...said };
    await tx.trust.setParameters(stored);
    const body = { parameters: { ...parameters }, reason: said.reason };
    await auditDeed(ports, tx, { actor, action: 'trustDetector.tune', object: detector, body });
    const feedback = feedbackOf(await tx.trust.judged()).find((one) => one.detector === detector);
    return accept(shown(known.value, stored, feedback));
  });
}

/** Refuses: trust-detector-unknown (detector), trust-parameter-invalid (detector, field, expected), one for each. */
export function checkParameters(name: string, parameters: Parameters): Result<Detector> {
  const detector = detectors.find((one) => one.name === name);
  if (detector === undefined)
    return refused(refuse('trust-detector-unknown', 'detector', { detector: name }));
  const known = parametersOf(detector);
  const refusals: Refusal[] = [];
  for (const [field, value] of Object.entries(parameters)) {
    const parameter = known.find(({ key }) => key === field);
    const isSound =
      parameter !== undefined &&
      Number.isInteger(value) &&
      value >= parameter.least &&
      value <= parameter.most;
    if (isSound) continue;
    const expected = parameter
      ? `${parameter.least}…${parameter.most}`
      : known.map(({ key }) => key).join(', ');
    refusals.push(refuse('trust-parameter-invalid', field, { detector: name, field, expected }));
  }
  return refusals.length > 0 ? refused(...refusals) : accept(detector);
}
