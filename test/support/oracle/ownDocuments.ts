import type { Line } from '../../../core/fact/line.ts';
import type { Master } from '../../../core/master/master.ts';
import { attributeAt } from './attributes.ts';

/** Whether a line is of a rebate document of ours, or takes one back. Source: rulings R19. */
export function isOurDocument(line: Line, { ownDocuments }: Master): boolean {
  if ([line.kind, line.original?.kind].includes('rebateDocument')) return true;
  const numbers = [line.document, ...(line.returnOf === undefined ? [] : [line.returnOf.document])];
  return numbers.some((number) => {
    const entry = ownDocuments.get(`${line.company}/${number}`);
    if (entry === undefined || attributeAt(entry, 'ours', undefined) === 'no') return false;
    return [undefined, line.partner].includes(attributeAt(entry, 'partner', undefined));
  });
}
