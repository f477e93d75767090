/** What the text of a field is: a decimal, a day, or a text as it stands. */
export type FieldKind = 'number' | 'date' | 'text';

const DATE = /(?:Date|^knownOn|^takenOverFrom)$/;
const NUMBER = /(?:Quantity|^quantity|Price|Cost|Value|Amount|Rate)$/;

/** What kind of text a field of a line holds; its name says it. */
export function fieldKind(field: string): FieldKind {
  if (field.startsWith('attribute.') || field.startsWith('discount.')) return 'text';
  if (DATE.test(field)) return 'date';
  return NUMBER.test(field) ? 'number' : 'text';
}
