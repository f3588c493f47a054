import { defineResource } from '../../shared/resource/console-resource.ts';
import { sessionMessages } from './session.messages.ts';

export const sessionResource = defineResource({
  name: 'session',
  messages: sessionMessages,
  hasFrameMessages: true,
  routes: [
    { path: '/password', page: async () => (await import('./ChangePasswordPage.tsx')).ChangePasswordPage },
    { path: '/security', page: async () => (await import('./second-factor/SecurityPage.tsx')).SecurityPage },
    {
      path: '/reset/:token',
      page: async () => (await import('./ResetPasswordPage.tsx')).ResetPasswordPage,
      withoutLayout: true,
    },
  ],
});
