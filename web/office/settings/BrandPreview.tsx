import { useEffect, useRef } from 'react';
import { BrandSign } from '../../brand/BrandSign.tsx';
import { paintAccent } from '../../brand/paintAccent.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import type { Brand } from './BrandPage.tsx';
import styles from './BrandPreview.module.css';
import { brandTexts } from './brandTexts.ts';

type Props = {
  readonly name: Brand['name'];
  readonly logo: Brand['logo'];
  readonly light: string | undefined;
  readonly dark: string | undefined;
};

/** The head of the portal and what can be pressed in it, on light and on dark ground, as it would be. */
export function BrandPreview(props: Props) {
  const say = useSay(brandTexts);
  return (
    <figure className={styles.preview}>
      <figcaption className={styles.caption}>{say('preview')}</figcaption>
      <div className={styles.pair}>
        <Head {...props} ground="light" />
        <Head {...props} ground="dark" />
      </div>
    </figure>
  );
}

function Head({ name, logo, light, dark, ground }: Props & { readonly ground: 'light' | 'dark' }) {
  const say = useSay(brandTexts);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return;
    // Without one for dark ground the server makes it when it is saved; until then ours stands there.
    const own = ground === 'light' ? light : dark;
    paintAccent(place.current, own === undefined ? null : { light: own, dark: own });
  }, [light, dark, ground]);
  const address = logo === null ? '' : `/api/v1/brand/logos/${logo.sha256}`;
  return (
    <div ref={place} className={styles.page} data-ground={ground}>
      <p className={styles.ground}>{say(ground)}</p>
      <div className={styles.bar}>
        <BrandSign brand={{ name, logo, accent: null, logoAddress: address }} />
      </div>
      <div className={styles.places}>
        <span className={styles.current}>{say('overview')}</span>
        <span>{say('agreements')}</span>
      </div>
      <p className={styles.text}>
        <span className={styles.link}>{say('toNext')}</span>
      </p>
      <span className={styles.button}>{say('accept')}</span>
    </div>
  );
}
