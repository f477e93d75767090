import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { newQueryClient } from '../api/queryClient.ts';
import { ReaderProvider } from '../text/ReaderContext.tsx';
import '../ui/tokens.css';
import '../ui/base.css';
import { router } from './router.ts';

const place = document.getElementById('root');
if (place === null) throw new Error('The page has no #root');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={newQueryClient()}>
      <ReaderProvider>
        <RouterProvider router={router} />
      </ReaderProvider>
    </QueryClientProvider>
  </StrictMode>,
);
