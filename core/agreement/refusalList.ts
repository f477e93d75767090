import { type Refusal, type RefusalCode, refuse } from '../refusal/refusals.ts';

/** Collects reasons, each at its place in the file; `inside` goes down by a field or an entry. */
export class RefusalList {
  private readonly refusals: Refusal[];
  private readonly path: string;

  constructor(refusals: Refusal[], path = '') {
    this.refusals = refusals;
    this.path = path;
  }

  add(code: RefusalCode, at = '', facts: Record<string, string> = {}): void {
    this.refusals.push(refuse(code, this.placeOf(at), facts));
  }

  /** Refuses where it is so. */
  when(isSo: boolean, code: RefusalCode, at = '', facts: Record<string, string> = {}): void {
    if (isSo) this.add(code, at, facts);
  }

  inside(at: string): RefusalList {
    return new RefusalList(this.refusals, this.placeOf(at));
  }

  private placeOf(at: string): string {
    if (at === '' || this.path === '') return this.path + at;
    return at.startsWith('[') ? this.path + at : `${this.path}.${at}`;
  }
}
