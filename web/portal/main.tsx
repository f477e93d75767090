import { RouterProvider } from '@tanstack/react-router';
import { mount } from '../shell/mount.tsx';
import { router } from './router.ts';

mount(<RouterProvider router={router} />);
