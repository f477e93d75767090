/** Of every identity among facts `f` the last revision up to batch $2; one that takes the fact back leaves none. */
export function knownFacts(table: 'payment' | 'stock_count', where: string): string {
  return `
  SELECT * FROM (
    SELECT DISTINCT ON (f.key) f.* FROM ${table} f
    WHERE f.tenant_id = $1 AND f.batch <= $2 AND ${where}
    ORDER BY f.key, f.revision DESC
  ) k WHERE NOT k.withdrawn`;
}
