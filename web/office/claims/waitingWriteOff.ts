type Happened = { readonly kind: string; readonly missing: readonly string[] | null };

/** The write-off that was asked for last and neither done nor rejected since. */
export function waitingWriteOff<Event extends Happened>(events: readonly Event[]): Event | undefined {
  const decided = ['writeOffAsked', 'writtenOff', 'writeOffRejected'];
  const last = events.findLast(({ kind }) => decided.includes(kind));
  return last?.kind === 'writeOffAsked' ? last : undefined;
}

/** How many levels of approval it still needs. */
export function missingLevels(events: readonly Happened[]): number {
  return events.findLast(({ missing }) => missing !== null)?.missing?.length ?? 0;
}
