/** A piece of an agreement in words: a heading or a sentence, with what belongs to it below. */
export type Clause = {
  readonly kind: 'heading' | 'sentence';
  readonly text: string;
  readonly parts: readonly Clause[];
};
