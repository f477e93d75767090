/** Thrown inside a transaction to leave it without a trace, though nothing is wrong with it: all is as before. */
export class Abandoned<T> extends Error {
  readonly value: T;
  constructor(value: T) {
    super('The transaction was given up on purpose');
    this.value = value;
  }
}

/** What work comes to, also where that is what it gave its transaction up with. */
export async function outcomeOf<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Abandoned) return error.value as T;
    throw error;
  }
}
