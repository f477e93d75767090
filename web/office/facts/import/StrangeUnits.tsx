import { Link } from '@tanstack/react-router';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { importTexts } from './texts.ts';
import type { Preview } from './usePreview.ts';

type Props = { readonly units: NonNullable<Preview['strangeUnits']> };

/** Units that nobody knows of their products: told before the lines come in and wait to be counted. */
export function StrangeUnits({ units }: Props) {
  const say = useSay(importTexts);
  const { list } = useReader();
  if (units.length === 0) return null;
  const count = units.reduce((sum, { lines }) => sum + lines, 0);
  return (
    <Notice title={say('strangeUnits', { count })} meaning="attention">
      <ul>
        {units.map(({ unit, lines, products, first }) => {
          const named =
            products > first.length ? say('strangeMore', { products: first.join(', ') }) : list(first);
          return <li key={unit}>{say('strangeUnit', { unit, count: lines, products: named })}</li>;
        })}
      </ul>
      <p>
        {say('strangeFix')} <Link to="/facts/units">{say('toUnits')}</Link>
      </p>
    </Notice>
  );
}
