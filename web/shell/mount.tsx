import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { newQueryClient } from '../api/queryClient.ts';
import { ReaderProvider } from '../text/ReaderContext.tsx';
import { SpokenLanguage } from '../ui/SpokenLanguage.tsx';
import '../ui/tokens.css';
import '../ui/base.css';

/** Puts the pages into their document. */
export function mount(pages: ReactNode): void {
  const place = document.getElementById('root');
  if (place === null) throw new Error('The page has no #root');
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={newQueryClient()}>
        <ReaderProvider>
          <SpokenLanguage>{pages}</SpokenLanguage>
        </ReaderProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
