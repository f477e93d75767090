import { escapeLiteral } from 'pg';
import type { SqlValue } from './session.ts';

/** COPY takes no parameters: each stands in the text as a literal. */
export function boundSql(sql: string, values: readonly SqlValue[]): string {
  return sql.replace(/\$(\d+)/g, (_, number: string) => literal(values[Number(number) - 1] ?? null));
}

function literal(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (Array.isArray(value)) return `ARRAY[${value.map(literal).join(', ')}]`;
  return escapeLiteral(String(value));
}
