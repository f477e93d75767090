import { type Actor, systemActor } from '../app/actor.ts';

/** Who gives the commands: whoever sits at the machine, who is no person to the program. */
export function commandActor(): Actor {
  return systemActor('cli');
}
