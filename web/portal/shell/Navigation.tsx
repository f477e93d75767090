import { Link } from '@tanstack/react-router';
import { useSay } from '../../text/ReaderContext.tsx';
import { PLACES, placeTexts } from '../places.ts';
import { useScopes } from '../useScopes.ts';
import styles from './PortalShell.module.css';

/** The places of the portal in one row, which is pushed sideways where it is narrow. */
export function Navigation() {
  const say = useSay(placeTexts);
  const scopes = useScopes();
  const isOffered = (place: (typeof PLACES)[number]) =>
    !('scope' in place) || (scopes?.isOfPartner === true && scopes.has(place.scope));
  const places = PLACES.filter(isOffered);
  return (
    <nav className={styles.places} aria-label={say('places')}>
      <ul className={styles.row}>
        {places.map(({ to, name }) => (
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
