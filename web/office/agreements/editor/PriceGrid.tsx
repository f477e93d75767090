import type { ClipboardEvent } from 'react';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { decimalOf, readersMark } from '../text/decimalOf.ts';
import {
  type AgreementText,
  type Json,
  listAt,
  type Path,
  pathText,
  valueAt,
  wordAt,
} from '../text/textPath.ts';
import styles from './Editor.module.css';
import { useEditor } from './EditorContext.tsx';
import { FigureCell } from './FigureCell.tsx';
import { pastedCells } from './pastedCells.ts';
import { editorTexts } from './texts.ts';

type Place = readonly [string, ...Path];

const PRICES = ['price', 'higher', 'lower'] as const;

/** Prices that are agreed here, product by product; what a spreadsheet pastes fills the table. */
export function PriceGrid({ index }: { readonly index: number }) {
  const say = useSay(editorTexts);
  const { text, setAll, errors } = useEditor();
  const places = pricePlaces(text, index);
  const [shown] = places;
  if (shown === undefined) return null;
  const prices = listAt(text, shown);
  const write = (next: readonly Json[]) => setAll(places.map((place) => [place, next]));
  const change = (row: number, name: 'product' | 'price', value: string) =>
    write(
      prices.map(
        (price, other) => (other === row ? { ...(price as AgreementText), [name]: value } : price) as Json,
      ),
    );
  const paste = (event: ClipboardEvent<HTMLInputElement>, row: number) => {
    const pasted = pastedPrices(event.clipboardData.getData('text/plain'));
    if (pasted.length < 2) return;
    event.preventDefault();
    write([...prices.slice(0, row), ...pasted, ...prices.slice(row + pasted.length)]);
  };
  return (
    <>
      <h3>{say('prices')}</h3>
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">{say('product')}</th>
            <th scope="col">{say('price')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {prices.map((price, row) => (
            <PriceRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place.
              key={row}
              price={price}
              number={row + 1}
              isInvalid={errors.has(pathText([...shown, row, 'price']))}
              onChange={(name, value) => change(row, name, value)}
              onPaste={(event) => paste(event, row)}
              onRemove={
                prices.length > 1 ? () => write(prices.filter((_, other) => other !== row)) : undefined
              }
            />
          ))}
        </tbody>
      </table>
      <Button kind="quiet" onPress={() => write([...prices, { product: '', price: '' }])}>
        {say('addPrice')}
      </Button>
    </>
  );
}

type RowProps = {
  readonly price: Json;
  readonly number: number;
  readonly isInvalid: boolean;
  readonly onChange: (name: 'product' | 'price', value: string) => void;
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
  /** Undefined: it is the only one. */
  readonly onRemove: (() => void) | undefined;
};

function PriceRow({ price, number, isInvalid, onChange, onPaste, onRemove }: RowProps) {
  const say = useSay(editorTexts);
  return (
    <tr>
      <td>
        <input
          className={`${styles.figure} ${styles.word}`}
          aria-label={say('cell', { title: say('product'), row: number })}
          value={wordAt(price, ['product'])}
          onChange={(event) => onChange('product', event.target.value)}
          onPaste={onPaste}
        />
      </td>
      <td>
        <FigureCell
          label={say('cell', { title: say('price'), row: number })}
          value={wordAt(price, ['price'])}
          onChange={(value) => onChange('price', value)}
          isInvalid={isInvalid}
        />
      </td>
      <td>
        {onRemove && (
          <Button kind="quiet" label={say('removePrice', { row: number })} onPress={onRemove}>
            ✕
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Every list of agreed prices that is the same as the first one: qualifier and payout mostly share it. */
function pricePlaces(text: AgreementText, index: number): readonly Place[] {
  const all = (['qualifier', 'payout'] as const).flatMap((side) =>
    PRICES.map((price): Place => ['terms', index, side, price, 'prices']),
  );
  const found = all.filter((place) => valueAt(text, place) !== undefined);
  const [first] = found;
  if (first === undefined) return [];
  const same = JSON.stringify(valueAt(text, first));
  return found.filter((place) => JSON.stringify(valueAt(text, place)) === same);
}

function pastedPrices(text: string): readonly Json[] {
  const mark = readersMark();
  return pastedCells(text).flatMap(([product = '', price = '']) => {
    const exact = decimalOf(price, mark);
    return product === '' || exact === undefined ? [] : [{ product, price: exact }];
  });
}
