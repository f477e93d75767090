/**
 * Who does a deed. A person is one pair of eyes, with however many keys; a service is a program of
 * the tenant's, and the system is ours: neither of them ever approves.
 */
export type Actor = {
  readonly kind: 'person' | 'service' | 'system';
  /** The id of the person or service; of the system, its part that acts, such as "calculation". */
  readonly id: string;
};

/** A part of the program that acts by itself or for whoever sits at the machine. */
export function systemActor(
  part: 'calculation' | 'claims' | 'cli' | 'demo' | 'signOn' | 'trial' | 'trust' | 'worker',
): Actor {
  return { kind: 'system', id: part };
}

/** As the audit trail shows it: "person:0198…", "system:calculation". */
export function actorText({ kind, id }: Actor): string {
  return `${kind}:${id}`;
}

/** The other way round, of a text that `actorText` has written. */
export function actorOf(text: string): Actor {
  const [kind, id] = text.split(/:(.*)/s);
  if ((kind !== 'person' && kind !== 'service' && kind !== 'system') || id === undefined)
    throw new Error('Fault: no actor of ours');
  return { kind, id };
}
