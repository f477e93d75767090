import type { Clock } from '../../app/ports.ts';

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date() };
