/** A control total of no row. */
export const NO_ROWS = { rows: 0, quantity: '0', netValue: '0' };

/** The summary of an import in which nothing came in yet. */
export const IMPORT_EXAMPLE = {
  id: '0199b5a0-7c00-7000-8000-000000000021',
  source: 'file',
  sha256: '0'.repeat(64),
  batch: 12,
  accepted: NO_ROWS,
  duplicate: NO_ROWS,
  superseded: NO_ROWS,
  quarantined: NO_ROWS,
};

/** The same of a preview: it has no number and no batch. */
export function previewOf<T extends { readonly id: string; readonly batch: number }>(summary: T) {
  const { id: _, batch: __, ...rest } = summary;
  return rest;
}
