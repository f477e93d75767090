import { useReader } from '../text/ReaderContext.tsx';
import styles from './Brand.module.css';
import type { ShownBrand } from './useBrand.ts';

/** What a tenant is known by: its sign, its name, or both where there is room. Ours where it says nothing. */
export function BrandSign({ brand }: { readonly brand: ShownBrand | null | undefined }) {
  const { language } = useReader();
  // Nothing for the moment in which nobody knows whose page it is: a sign that is another one later would only irritate.
  if (brand === undefined) return <span className={styles.place} />;
  const name = brand?.name?.[language] ?? 'OpenRebate';
  const logo = brand?.logo;
  if (brand && logo) {
    return (
      <>
        <img
          className={styles.logo}
          src={brand.logoAddress}
          alt={name}
          width={logo.width}
          height={logo.height}
        />
        {brand.name && (
          <span className={styles.beside} aria-hidden="true">
            {name}
          </span>
        )}
      </>
    );
  }
  if (brand?.name) return <span className={styles.name}>{name}</span>;
  return (
    <>
      <img src="/icon.svg" alt={name} width="24" height="24" />
      <span className={styles.beside} aria-hidden="true">
        {name}
      </span>
    </>
  );
}
