import { expect, it } from 'vitest';
import { masterOfTexts } from '../../test/support/trade.ts';
import { treeFaults } from './treeFaults.ts';

type Records = Parameters<typeof masterOfTexts>[0];
function faults(categories: NonNullable<NonNullable<Records>['categories']>): string[] {
  const tree = masterOfTexts({ categories }).categories;
  return treeFaults(tree, tree.keys()).map(({ code, parent }) => `${code} ${parent}`);
}

it('lets one stand below another that has no record yet', () => {
  expect(faults({ tea: { parent: 'drinks' } })).toEqual([]);
  expect(faults({ green: { parent: 'tea' }, tea: { parent: 'drinks' } })).toEqual([]);
});

it('finds what stands below itself, on any day', () => {
  expect(faults({ a: { parent: 'a' } })).toEqual(['a a']);
  expect(faults({ a: { parent: 'b' }, b: { parent: 'a' } })).toEqual(['a b', 'b a']);
  const moved = {
    a: [{ parent: 'b' }, { from: '2026-06-01' }],
    b: [{}, { from: '2026-06-01', parent: 'a' }],
  };
  expect(faults(moved)).toEqual([]);
  const early = { a: { parent: 'b' }, b: [{}, { from: '2026-05-31', parent: 'a' }] };
  expect(faults(early)).toEqual(['a b', 'b a']);
});
