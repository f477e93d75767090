import { hash, verify } from '@node-rs/argon2';
import type { Passwords } from '../../app/ports/accounts.ts';

/** Argon2id, with memory in KiB and turns as OWASP asks for at least; what is already kept says its own. */
const COSTS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Each takes 19 MiB and a core for some 30 ms; more at once would take both from everybody else. */
const AT_ONCE = 4;

/** Passwords by Argon2id, a few at a time; one that nobody has is compared all the same, so that time tells nothing. */
export function argon2Passwords(): Passwords {
  const inTurn = turns(AT_ONCE);
  let nobodys: Promise<string> | undefined;
  const made = (password: string) => inTurn(() => hash(normal(password), COSTS));
  return {
    hash: made,
    isRight: async (password, kept) => {
      nobodys ??= made('nobody has this password');
      const right = kept ?? (await nobodys);
      const isSame = await inTurn(() => verify(right, normal(password)));
      return isSame && kept !== undefined;
    },
  };
}

/** Typed on any keyboard it is the same text. */
function normal(password: string): string {
  return password.normalize('NFKC');
}

function turns(places: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let busy = 0;
  return async (work) => {
    if (busy >= places) await new Promise<void>((resolve) => waiting.push(resolve));
    else busy += 1;
    try {
      return await work();
    } finally {
      // The place goes to the next one, or is free.
      const next = waiting.shift();
      if (next === undefined) busy -= 1;
      else next();
    }
  };
}
