import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import type { Choice } from '../../../ui/choices.ts';
import { editorTexts } from './texts.ts';
import { useMasterRows } from './useMasterRows.ts';

export type Room = 'partner' | 'product' | 'line';

type Choices = {
  /** What can be looked at: `partner.code`, `product.category`, `line.source`. */
  readonly attributes: readonly Choice[];
  /** What it is known to be, by attribute. */
  readonly valuesOf: (attribute: string) => readonly Choice[];
};

const LINE_ATTRIBUTES = ['line.source', 'line.kind'] as const;

/** What conditions can be made of: the attributes that master data has, and their values. */
export function useConditionChoices(rooms: readonly Room[]): Choices {
  const say = useSay(editorTexts);
  const { compare } = useReader();
  const rows = { partner: useMasterRows('partner'), product: useMasterRows('product') };
  const attributes = rooms.flatMap((room): Choice[] => {
    if (room === 'line') return LINE_ATTRIBUTES.map((id) => ({ id, name: say(`attribute.${id}`) }));
    const names = new Set(rows[room].flatMap(({ attributes: own }) => Object.keys(own)));
    const others = [...names].sort(compare).map((name) => ({
      id: `${room}.${name}`,
      name: say(`attribute.${room}`, { name }),
    }));
    return [{ id: `${room}.code`, name: say(`attribute.${room}.code`) }, ...others];
  });
  const valuesOf = (attribute: string): readonly Choice[] => {
    const [room = '', name = ''] = attribute.split(/\.(.*)/s);
    if (room !== 'partner' && room !== 'product') return [];
    if (name === 'code') {
      return rows[room]
        .map(({ code, name: called }) => ({ id: code, name: called }))
        .sort((a, b) => compare(a.name, b.name));
    }
    const values = new Set(rows[room].flatMap(({ attributes: own }) => own[name] ?? []));
    return [...values].sort(compare).map((value) => ({ id: value, name: value }));
  };
  return { attributes, valuesOf };
}
