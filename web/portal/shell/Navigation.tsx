import { Link, useMatches } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useSay } from '../../text/ReaderContext.tsx';
import { PLACES, type Place, placeTexts } from '../places.ts';
import { useScopes } from '../useScopes.ts';
import styles from './PortalShell.module.css';

/** The places of the portal in one row, which is pushed sideways where it is narrow. */
export function Navigation() {
  const say = useSay(placeTexts);
  const scopes = useScopes();
  // Only whoever administers them is offered the persons of a partner, and not before that is known.
  const isOffered = ({ name, scope }: Place) =>
    name === 'users'
      ? scopes?.isOfPartner && scopes.has(scope)
      : scope === undefined || scopes?.has(scope) !== false;
  const places = PLACES.filter(isOffered);
  const route = useMatches({ select: (matches) => matches.at(-1)?.routeId ?? '' });
  const row = useRef<HTMLElement>(null);
  const offered = places.length;
  // Only sideways: the page itself stays where it is.
  useEffect(() => {
    const [nav, chosen] = [row.current, row.current?.querySelector('[aria-current=page]')];
    if (offered === 0 || route === '' || !nav || !(chosen instanceof HTMLElement)) return;
    const { left, right } = chosen.getBoundingClientRect();
    const own = nav.getBoundingClientRect();
    if (left < own.left || right > own.right) nav.scrollLeft += (left + right - own.left - own.right) / 2;
  }, [route, offered]);
  return (
    <nav ref={row} className={styles.places} aria-label={say('places')}>
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
