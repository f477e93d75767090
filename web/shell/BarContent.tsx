import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { BrandSign } from '../brand/BrandSign.tsx';
import type { ShownBrand } from '../brand/useBrand.ts';
import { Bell } from '../notices/Bell.tsx';
import { PersonMenu } from '../session/PersonMenu.tsx';
import { useSay } from '../text/ReaderContext.tsx';
import styles from './BarContent.module.css';
import { LanguageMenu } from './LanguageMenu.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';
import { shellTexts } from './texts.ts';

type Props = {
  /** Whose sign it is; null: ours. */
  readonly brand?: ShownBrand | null | undefined;
  /** The tenant in which the reader works, where it is not what the sign says. */
  readonly tenant?: string | undefined;
  /** What stands beside the sign. */
  readonly children?: ReactNode;
  /** What helps, where that does not stand beside the sign. */
  readonly help?: ReactNode;
};

/**
 * The way to the first page, what stands in the middle, and what concerns the reader: look, language, who is signed in. On a phone that is
 * a row of its own, in which there is room from the start for what is not known yet.
 */
export function BarContent({ brand, tenant, children, help }: Props) {
  const say = useSay(shellTexts);
  return (
    <>
      <Link
        to="/"
        className={styles.brand ?? ''}
        aria-label={brand === undefined ? say('toHome') : undefined}
      >
        <BrandSign brand={brand} />
        {tenant !== undefined && <span className={styles.tenant}>{tenant}</span>}
      </Link>
      {children}
      <div className={styles.reader}>
        {help}
        <Bell />
        <ThemeMenu />
        <LanguageMenu />
        <div className={styles.person}>
          <PersonMenu />
        </div>
      </div>
    </>
  );
}
