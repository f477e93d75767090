import { Link } from '@tanstack/react-router';
import { useSay } from '../../text/ReaderContext.tsx';
import buttonStyles from '../../ui/Button.module.css';
import { useMay } from '../money/useMay.ts';
import { factsTexts } from './texts.ts';

/** The way to the import, for who may bring something in. */
export function ImportLink() {
  const say = useSay(factsTexts);
  if (!useMay('facts:write')) return null;
  return (
    <Link to="/facts/import" className={`${buttonStyles.button} ${buttonStyles.primary}`}>
      {say('importFile')}
    </Link>
  );
}
