import { Link } from '@tanstack/react-router';
import { useSay } from '../../text/ReaderContext.tsx';
import { PLACES, placeTexts } from '../places.ts';
import styles from './PortalShell.module.css';

/** The places of the portal in one row, which is pushed sideways where it is narrow. */
export function Navigation() {
  const say = useSay(placeTexts);
  return (
    <nav className={styles.places} aria-label={say('places')}>
      <ul className={styles.row}>
        {PLACES.map(({ to, name }) => (
          <li key={to}>
            <Link
              to={to}
              className={styles.place ?? ''}
              activeOptions={{ exact: to === '/', includeSearch: false }}
            >
              {say(name)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
