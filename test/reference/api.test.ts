import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { apiRoutes } from '../../adapters/http/apiRoutes.ts';
import { earningSchema } from '../../adapters/http/earningJson.ts';
import { SCOPES } from '../../app/access/scope.ts';
import { REFUSALS } from '../../core/refusal/refusals.ts';
import { HOLDS } from '../../main/storages.ts';
import { apiTypes } from './apiTypes.ts';
import { codeBlock, referencePage, tableRows } from './documentTables.ts';
import { operationPage } from './operationPage.ts';

const page = referencePage('api.md');

describe('docs/reference/operations.md', () => {
  it('is what the routes say', async () => {
    const path = join(import.meta.dirname, '../../docs/reference/operations.md');
    await expect(operationPage(apiRoutes)).toMatchFileSnapshot(path);
  });
});

describe('web/api/openApi.ts', () => {
  it('is what the routes take and answer', async () => {
    const path = join(import.meta.dirname, '../../web/api/openApi.ts');
    await expect(await apiTypes(apiRoutes)).toMatchFileSnapshot(path);
  });
});

describe('docs/reference/api.md', () => {
  it('explains every scope, and no other', () => {
    expect([...tableRows(page, 'Scopes').keys()]).toEqual([...SCOPES]);
  });

  it('shows an earning as the API gives it', () => {
    expect(earningSchema.safeParse(JSON.parse(codeBlock(page, 'json'))).error).toBeUndefined();
  });

  it('names every disk that can be full, and refusals that exist', () => {
    const disks = new Set(HOLDS.map((holds) => `disk-${holds}`));
    const named = [...page.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, code]) => code as string);
    expect(named.length).toBeGreaterThan(6);
    expect([...disks].filter((disk) => !named.includes(disk))).toEqual([]);
    expect(named.filter((code) => !(code in REFUSALS || disks.has(code)))).toEqual([]);
  });
});
