import { Link } from '@tanstack/react-router';
import { useSay } from '../../text/ReaderContext.tsx';
import { PLACES, placeTexts } from '../places.ts';
import styles from './Shell.module.css';
import { officeTexts } from './texts.ts';

type Props = { readonly isOpen: boolean; readonly onChosen: () => void };

/** The places of the office. Where there is little room they open by the button of the bar. */
export function Navigation({ isOpen, onChosen }: Props) {
  const say = useSay(officeTexts);
  const sayPlace = useSay(placeTexts);
  return (
    <nav className={styles.navigation} aria-label={say('places')} data-open={isOpen}>
      <ul>
        {PLACES.map(({ to, name }) => (
          <li key={to}>
            <Link
              to={to}
              className={styles.place ?? ''}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              onClick={onChosen}
            >
              {sayPlace(name)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
