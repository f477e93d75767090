import type { MemberDays } from '../../core/plan/memberDays.ts';
import { type ColumnMembers, membersOf } from './membersOf.ts';

/**
 * The texts of a column by their codes, and what is derived of them: worked out once for all parts
 * that have the same texts, such as the pieces of one store.
 */
export class Dictionary {
  private static readonly known = new WeakMap<readonly string[], Dictionary>();
  readonly codes: ReadonlyMap<string, number>;
  /** Whether codes are in the order of their texts, as keys of cells are. */
  readonly isSorted: boolean;
  private readonly members = {
    current: new WeakMap<MemberDays, ColumnMembers>(),
    dated: new WeakMap<MemberDays, ColumnMembers>(),
  };

  private constructor(texts: readonly string[]) {
    this.codes = new Map(texts.map((text, code) => [text, code]));
    this.isSorted = texts.every((text, code) => code === 0 || isBefore(texts[code - 1] as string, text));
  }

  static of(texts: readonly string[]): Dictionary {
    const found = Dictionary.known.get(texts) ?? new Dictionary(texts);
    Dictionary.known.set(texts, found);
    return found;
  }

  /** Those of the texts that are members; looked up once, since texts are slow. */
  membersOf(members: MemberDays, isCurrent: boolean): ColumnMembers {
    const known = isCurrent ? this.members.current : this.members.dated;
    const found = known.get(members) ?? membersOf(members, this.codes, isCurrent);
    known.set(members, found);
    return found;
  }
}

/** In the order of keys that begin with the texts: a sign below the separator of keys would stand elsewhere. */
function isBefore(a: string, b: string): boolean {
  return a < b && !HAS_CONTROL.test(a) && !HAS_CONTROL.test(b);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it looks for
const HAS_CONTROL = /[\u0000-\u001f]/;
