import { describe, expect, it } from 'vitest';
import { apiRoutes } from '../../adapters/http/apiRoutes.ts';
import { earningSchema } from '../../adapters/http/earningJson.ts';
import { buildServer } from '../../adapters/http/server.ts';
import { REFUSALS } from '../../core/refusal/refusals.ts';
import { useCases } from '../support/httpAnswers.ts';
import { codeBlock, referencePage, tableRows } from './documentTables.ts';

const page = referencePage('api.md');

async function description(): Promise<
  Record<string, { get: { parameters: { in: string; name: string }[] } }>
> {
  const server = await buildServer({
    useCases: useCases(),
    webFolder: import.meta.dirname,
    version: '1.2.3',
    log: false,
  });
  const answer = await server.inject('/api/v1/openapi.json');
  await server.close();
  return answer.json().paths;
}

function cellsOf(row: string): string[] {
  return row.split('|').map((cell) => cell.trim());
}

describe('docs/reference/api.md', () => {
  it('has a row for every address, with its parameters, and for no other', async () => {
    const written = [...tableRows(page, 'Addresses')].map(([address, row]) => [
      address,
      [...(cellsOf(row)[3] as string).matchAll(/`(\w+)`/g)].map(([, name]) => name),
    ]);
    const real = Object.entries(await description()).map(([address, { get }]) => [
      address,
      get.parameters.filter((one) => one.in === 'query').map(({ name }) => name),
    ]);
    expect(written).toEqual(real);
  });

  it('says of every parameter what is taken and what holds without it', () => {
    const real = new Map(apiRoutes(useCases()).flatMap(({ parameters }) => Object.entries(parameters)));
    const rows = tableRows(page, 'Parameters');
    expect([...rows.keys()].sort()).toEqual([...real.keys()].sort());
    for (const [name, { schema, expected }] of real) {
      const [, , , form, without] = cellsOf(rows.get(name) as string);
      if (name !== 'agreement' && name !== 'partner') expect(form).toBe(expected);
      const unset = schema.parse(undefined);
      if (unset !== undefined) expect(without).toBe(String(unset));
    }
  });

  it('shows an earning as the API gives it', () => {
    expect(earningSchema.safeParse(JSON.parse(codeBlock(page, 'json'))).error).toBeUndefined();
  });

  it('names refusals that exist', () => {
    const named = [...page.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, code]) => code as string);
    expect(named.length).toBeGreaterThan(6);
    expect(named.filter((code) => !(code in REFUSALS))).toEqual([]);
  });
});
