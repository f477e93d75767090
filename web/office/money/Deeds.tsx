import { createContext, type ReactNode, useContext, useState } from 'react';
import { Done } from '../../ui/Done.tsx';
import styles from './Deeds.module.css';

type Tell = (done: string) => void;

const TellContext = createContext<Tell>(() => {});

/** Says what was done, at the deeds that stand around it. */
export function useTell(): Tell {
  return useContext(TellContext);
}

const AroundContext = createContext<Tell | undefined>(undefined);

/** A list whose things leave it once something was done with them: what was done stays in sight above it. */
export function DeedsOfList({ children }: { readonly children: ReactNode }) {
  const [done, setDone] = useState('');
  return (
    <AroundContext value={setDone}>
      {done !== '' && <Done title={done} />}
      {children}
    </AroundContext>
  );
}

type Props = {
  readonly children: ReactNode;
  /** Why something cannot be done here, or by whom. */
  readonly why?: string | undefined;
};

/** What can be done with a thing; and what has just been done, also where its button is gone with it. */
export function Deeds({ children, why }: Props) {
  const [done, setDone] = useState('');
  const around = useContext(AroundContext);
  return (
    <TellContext value={around ?? setDone}>
      <div className={styles.deeds}>
        {children}
        {why !== undefined && <p className={styles.why}>{why}</p>}
      </div>
      <div className={styles.done}>{done !== '' && <Done title={done} />}</div>
    </TellContext>
  );
}
