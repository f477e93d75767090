/** What a file may hold that a mapping is suggested for: lines, master data of one kind, or facts of another one. */
export const SUBJECTS = [
  'lines',
  'partner',
  'product',
  'category',
  'rate',
  'price',
  'ownDocument',
  'payments',
  'stock',
] as const;
export type Subject = (typeof SUBJECTS)[number];
export type FactSubject = Extract<Subject, 'payments' | 'stock'>;
export type MasterSubject = Exclude<Subject, 'lines' | FactSubject>;

export function isFactSubject(subject: Subject): subject is FactSubject {
  return subject === 'payments' || subject === 'stock';
}
