import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import styles from './TabBar.module.css';

type Props = {
  /** What the parts are parts of. */
  readonly label: string;
  /** Links of the router, one for each part: they stand in the address, and the one that is open says so itself. */
  readonly children: ReactNode;
};

/** The parts of a place, each with an address of its own. Where they do not fit, the one that is open stands in sight. */
export function TabBar({ label, children }: Props) {
  const bar = useRef<HTMLElement>(null);
  const shown = useRef<HTMLElement>(null);
  const show = useCallback(() => {
    const open = bar.current?.querySelector<HTMLElement>('[aria-current=page]') ?? null;
    if (bar.current === null || open === null || open === shown.current) return;
    // Whoever pushes the bar aside afterwards keeps what they see.
    shown.current = open;
    bar.current.scrollLeft = open.offsetLeft - (bar.current.clientWidth - open.offsetWidth) / 2;
  }, []);
  useEffect(show);
  // A phone that is turned has other room.
  useEffect(() => {
    const resized = new ResizeObserver(() => {
      shown.current = null;
      show();
    });
    if (bar.current !== null) resized.observe(bar.current);
    return () => resized.disconnect();
  }, [show]);
  return (
    <nav ref={bar} className={styles.bar} aria-label={label}>
      {children}
    </nav>
  );
}
