/** Thrown inside a transaction to leave it without a trace, though nothing is wrong with it: all is as before. */
export class Abandoned<T> extends Error {
  readonly value: T;
  constructor(value: T) {
    super('The transaction was given up on purpose');
    this.value = value;
  }
}
