import { useNavigate } from '@tanstack/react-router';
import { Header, MenuItem, MenuSection } from 'react-aria-components';
import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Named } from '../../ui/Named.tsx';
import { type Found, placeOf } from './foundPlaces.ts';
import styles from './Palette.module.css';
import { paletteTexts } from './texts.ts';

/** One letter finds too much to be of use. */
const LETTERS_MIN = 2;

/** What is called so, as the server finds it; nothing before two letters, or one of Chinese. */
export function useFound(text: string) {
  const isAsked = text.length >= LETTERS_MIN || /\p{Script=Han}/u.test(text);
  return api.useQuery(
    'get',
    '/api/v1/search',
    { params: { query: { q: text, limit: '5' } } },
    { enabled: isAsked },
  );
}

export function FoundThings({ found }: { readonly found: readonly Found[] }) {
  const say = useSay(paletteTexts);
  const reader = useReader();
  const navigate = useNavigate();
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  return kinds.map((kind) => (
    <MenuSection key={kind} className={styles.section ?? ''}>
      <Header className={styles.head ?? ''}>{say(kind)}</Header>
      {found
        .filter((thing) => thing.kind === kind)
        .map((thing) => (
          <MenuItem
            key={`${thing.id} ${thing.code}`}
            id={`${kind} ${thing.id} ${thing.code}`}
            textValue={thing.code}
            className={styles.item ?? ''}
            onAction={() => void navigate(placeOf(thing))}
          >
            <Named name={reader.name(thing.name)} code={thing.code} />
          </MenuItem>
        ))}
    </MenuSection>
  ));
}
